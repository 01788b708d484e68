package health.kedja.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.kedja.exchange.ExportStore.Export;
import health.kedja.exchange.ExportStore.File;
import java.util.List;
import java.util.function.Function;

/**
 * The list of the files of an export (FHIR Bulk Data Access 2.0, Response - Complete Status).
 *
 * @param needsToken whether the files are given only for a token
 */
record Manifest(boolean needsToken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param address where a file is */
    String of(Export export, List<File> files, Function<File, String> address) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("transactionTime", export.asOf().toString());
        manifest.put("request", export.request());
        manifest.put("requiresAccessToken", needsToken);
        ArrayNode output = manifest.putArray(OpenFiles.OUTPUT);
        ArrayNode deleted = manifest.putArray(OpenFiles.DELETED);
        // What may not be told is left out without a word, and nothing else is.
        manifest.putArray("error");
        for (File file : files) {
            (file.what().equals(OpenFiles.DELETED) ? deleted : output)
                    .addObject()
                    .put("type", file.type())
                    .put("url", address.apply(file))
                    .put("count", file.resources());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
