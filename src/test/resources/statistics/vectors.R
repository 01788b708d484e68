# Makes the comma-separated files beside this one with independent software, so that they can be made again:
#   Rscript vectors.R
# Made with R and the package epitools (Wilson, direct standardisation with gamma limits); none of it is used in Kedja
# itself. The inputs are made up or those of the publications named.
suppressPackageStartupMessages(library(epitools))
options(digits = 15)

write <- function(table, name, origin) {
  connection <- file(name, "w")
  writeLines(paste0("# ", origin, "; ", R.version.string, ", epitools ", packageVersion("epitools")), connection)
  write.table(format(table, digits = 15, trim = TRUE, scientific = FALSE), connection, sep = ",", row.names = FALSE, quote = FALSE)
  close(connection)
}

# Proportions; 81/263, 15/148, 0/20 and 1/29 are those of Newcombe RG, Stat Med 1998;17:857-872, table I.
k <- c(81, 15, 0, 1, 20, 8497, 6240, 3, 1, 500)
n <- c(263, 148, 20, 29, 20, 12950, 10760, 7, 1, 1000)
w <- binom.wilson(k, n)
write(data.frame(k, n, value = w$proportion, low = w$lower, high = w$upper), "wilson.csv", "epitools::binom.wilson")

# Counts of Garwood's table and others.
x <- c(0, 1, 2, 5, 10, 20, 50, 100, 1000, 3798)
pt <- c(1, 1, 3.5, 12, 1, 1000, 365.25, 7, 18350, 18350)
# (epitools::pois.exact searches the limits numerically, to seven digits; poisson.test takes them from the gamma function.)
limits <- t(mapply(function(a, b) poisson.test(a, b)$conf.int, x, pt))
write(data.frame(events = x, exposure = pt, value = x / pt, low = limits[, 1], high = limits[, 2]), "poisson-exact.csv", "stats::poisson.test")

# epitools::pois.byar adds a half to the count; the formula of Breslow and Day is written out here.
z <- qnorm(0.975)
low <- ifelse(x == 0, 0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3)
high <- (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3
write(data.frame(events = x, exposure = pt, value = x / pt, low = low / pt, high = high / pt), "byar.csv", "Breslow and Day 1987 p. 69, in R")

# Standardised rates, three sets of strata. Set 1: births and Down syndrome by birth order in Michigan 1950-1964
# (Stark and Mantel 1966), as used by Fay and Feuer 1997.
sets <- list(
  list(count = c(107, 141, 60, 40, 39, 25), size = c(230061, 329449, 114920, 39487, 14208, 3052),
       standard = c(186352, 185440, 117498, 68140, 38990, 40190)),
  list(count = c(3, 0, 12, 40), size = c(1200.5, 900, 800.25, 210), standard = c(40, 30, 20, 10)),
  list(count = c(1, 0, 0), size = c(100, 50, 25), standard = c(5, 3, 2)))
strata <- do.call(rbind, lapply(seq_along(sets), function(i) data.frame(set = i, events = sets[[i]]$count, size = sets[[i]]$size, weight = sets[[i]]$standard)))
write(strata, "strata.csv", "inputs")
gamma <- do.call(rbind, lapply(seq_along(sets), function(i) {
  s <- sets[[i]]
  r <- ageadjust.direct(s$count, s$size, stdpop = s$standard)
  data.frame(set = i, value = r["adj.rate"], low = r["lci"], high = r["uci"])
}))
write(gamma, "gamma.csv", "epitools::ageadjust.direct (Fay and Feuer 1997)")
dobson <- do.call(rbind, lapply(seq_along(sets), function(i) {
  s <- sets[[i]]
  share <- s$standard / sum(s$standard)
  rate <- sum(share * s$count / s$size)
  variance <- sum(share^2 * s$count / s$size^2)
  total <- sum(s$count)
  byar <- c(total * (1 - 1 / (9 * total) - z / (3 * sqrt(total)))^3, (total + 1) * (1 - 1 / (9 * (total + 1)) + z / (3 * sqrt(total + 1)))^3)
  limits <- rate + sqrt(variance / total) * (byar - total)
  data.frame(set = i, value = rate, low = max(0, limits[1]), high = limits[2])
}))
write(dobson, "dobson.csv", "Dobson et al. 1991 with Byar limits, in R")

# Trends of table 6 of Socialstyrelsen's evaluation 2023 (surgery within 24 h), and of made up events.
year <- 2018:2022
within <- c(8497, 8074, 6960, 6176, 6240)
operated <- c(12950, 12263, 10936, 10311, 10760)
test <- prop.trend.test(within, operated, score = year)
logistic <- glm(cbind(within, operated - within) ~ year, family = binomial, control = list(epsilon = 1e-10))
ci <- confint.default(logistic)["year", ]
events <- c(410, 395, 402, 371, 350)
exposure <- c(12000.5, 12210, 12333, 12410.25, 12500)
poisson <- glm(events ~ year + offset(log(exposure)), family = poisson, control = list(epsilon = 1e-10))
cp <- confint.default(poisson)["year", ]
write(data.frame(
  test = c("proportions", "rates"),
  ratio = exp(c(coef(logistic)["year"], coef(poisson)["year"])),
  low = exp(c(ci[1], cp[1])), high = exp(c(ci[2], cp[2])),
  chisq = c(test$statistic, (coef(summary(poisson))["year", "z value"])^2),
  p = c(test$p.value, coef(summary(poisson))["year", "Pr(>|z|)"])), "trend.csv", "stats::prop.trend.test, stats::glm")

# Ranks of the order statistics around a quantile.
ranks <- do.call(rbind, lapply(list(c(5, 0.5), c(6, 0.5), c(10, 0.5), c(21, 0.5), c(100, 0.25), c(1001, 0.75)), function(a) {
  r <- qbinom(0.025, a[1], a[2])
  s <- qbinom(0.975, a[1], a[2]) + 1
  data.frame(n = a[1], share = a[2], low = r, high = s)
}))
write(ranks, "ranks.csv", "stats::qbinom")
