package health.kedja.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bulk import may do, {@code kedja.import.*}.
 *
 * @param sources from where files may be fetched, as beginnings of addresses such as {@code
 *     https://files.example.org/kedja/}; without any, nothing is imported
 */
@ConfigurationProperties("kedja.import")
record ImportSettings(@DefaultValue List<String> sources) {}
