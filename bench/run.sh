#!/bin/sh
# Measures the packaged server: start, ingest, $fracture-chain. What it prints goes to docs/performance/ as well.
# Needs what the build needs, and about half an hour on a quiet machine with two cores.
#   bench/run.sh              everything
#   bench/run.sh start        one of start, ingest, chain, cohort, indicators
#   bench/run.sh audience     reports of one of two regions, as they were asked before and as they are
#   bench/run.sh access       reads, searches and questions, open, with the audit trail, and guarded, in turn
#   bench/run.sh reach        searches of somebody who reaches some of a region, and of a system that sees all of it
#   bench/run.sh assign       $assign-owner of what belongs to nobody, and writes with and without the triggers of V10
#   CHAIN_AGAINST=old.jar bench/run.sh chain-ratio      the questions of chain, in turn with another jar
# Smaller or larger: START_ROUNDS, INGEST_WARM_UP, INGEST_ROUNDS, INGEST_BUNDLES, CHAIN_PATIENTS, CHAIN_QUESTIONS,
# COHORT_PEOPLE, AUDIENCE_PEOPLE, INDICATOR_PEOPLE ("10000 100000 1000000"), INDICATOR_SQL (which of these in SQL too), INDICATOR_CQL,
# ACCESS_STARTS, ACCESS_PATIENTS, ACCESS_WARM_UP, ACCESS_ROUNDS, ACCESS_REQUESTS, ACCESS_CLIENTS, ACCESS_QUESTIONS
# ("read search update $fracture-chain"), REACH_PEOPLE, REACH_REACHED,
# ASSIGN_RESOURCES, ASSIGN_TIMES, ASSIGN_ROUNDS, ASSIGN_PATIENTS (in a round).
set -eu
cd "$(dirname "$0")/.."
work=target/bench
results=docs/performance
mkdir -p "$work" "$results"

mvn -q -DskipTests package
mvn -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" -DincludeScope=test
jar=$(ls target/kedja-*.jar)
cp "$jar" "$work/kedja.jar"
rm -rf "$work/extracted" "$work/data"
java -Djarmode=tools -jar "$work/kedja.jar" extract --destination "$work/extracted"

measure() {
    name=$1
    main=$2
    shift 2
    rm -rf "$work/data"
    {
        echo "# $name, $(git rev-parse --short HEAD), $(date -u +%Y-%m-%dT%H:%MZ)"
        echo "# $(nproc) processors, $(uname -sr), $(java -version 2>&1 | sed -n 2p), load before: $(cut -d' ' -f1 /proc/loadavg)"
        java ${java_options:-} -cp "target/test-classes:target/classes:$(cat "$work/classpath")" -Dlogback.configurationFile=bench/logback.xml \
            "health.kedja.bench.$main" "$work/kedja.jar" "$@"
    } | tee "$results/$name.txt"
    rm -rf "$work/data"
}

# The engine compared with is on a class path of its own, so that nothing of it comes near the server's.
cql() {
    mvn -q -f bench/cql/pom.xml dependency:build-classpath -Dmdep.outputFile="$PWD/$work/cql-classpath"
    java -cp "$(cat "$work/cql-classpath"):target/classes:$(cat "$work/classpath")" \
        -Dlogback.configurationFile=bench/logback.xml bench/cql/CqlBench.java "$@" | tee -a "$results/indicators.txt"
}

for what in ${*:-start ingest chain cohort indicators}; do
    case $what in
    start) measure start StartBench "$work/extracted" "$work/data" "${START_ROUNDS:-5}" ;;
    ingest) measure ingest IngestBench "$work/data" "${INGEST_WARM_UP:-280}" "${INGEST_ROUNDS:-9}" "${INGEST_BUNDLES:-30}" ;;
    chain) measure chain FractureChainBench "$work/data" "${CHAIN_PATIENTS:-10000}" 5000 "${CHAIN_QUESTIONS:-10000}" ;;
    chain-ratio) measure chain-ratio FractureChainRatioBench "$CHAIN_AGAINST" "$work/data" "${CHAIN_PATIENTS:-300}" 5000 4 2500 ;;
    access)
        measure access AccessBench "$work/data" "${ACCESS_STARTS:-3}" "${ACCESS_PATIENTS:-300}" "${ACCESS_WARM_UP:-20000}" \
            "${ACCESS_ROUNDS:-5}" "${ACCESS_REQUESTS:-2000}" "${ACCESS_CLIENTS:-8}" ${ACCESS_QUESTIONS:-}
        ;;
    reach) measure reach ReachBench "${REACH_PEOPLE:-5000}" "${REACH_REACHED:-200}" 15 ;;
    assign)
        measure assign AssignBench "${ASSIGN_RESOURCES:-100000}" "${ASSIGN_TIMES:-3}" "${ASSIGN_ROUNDS:-20}" "${ASSIGN_PATIENTS:-200}"
        ;;
    cohort) measure cohort CohortBench "$work/data" "${COHORT_PEOPLE:-1000000}" sorted ;;
    audience) measure audience AudienceBench "$work/data" "${AUDIENCE_PEOPLE:-200000}" ;;
    indicators)
        java_options=-Xmx1g
        measure indicators IndicatorBench "$work/data" "${INDICATOR_SQL:-100000}" ${INDICATOR_PEOPLE:-10000 100000 1000000}
        java_options=
        cql "${INDICATOR_CQL:-1000}" 5
        ;;
    *) echo "unknown: $what" >&2 && exit 2 ;;
    esac
done
