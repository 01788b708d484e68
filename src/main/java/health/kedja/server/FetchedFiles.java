package health.kedja.server;

import ca.uhn.fhir.batch2.api.IFirstJobStepWorker;
import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.JobExecutionFailedException;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.api.VoidModel;
import ca.uhn.fhir.batch2.jobs.imprt.BulkImportAppCtx;
import ca.uhn.fhir.batch2.jobs.imprt.BulkImportJobParameters;
import ca.uhn.fhir.batch2.jobs.imprt.NdJsonFileJson;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The step of a bulk import that fetches files and passes their lines on in parts. It is in place of HAPI's own, which
 * follows a redirect to wherever it leads. All files are read to their end once before any line is passed on, so that
 * nothing is stored where one of them cannot be had.
 */
final class FetchedFiles implements IFirstJobStepWorker<BulkImportJobParameters, NdJsonFileJson> {

    private static final int MOST_CHARACTERS = 2_000_000;

    private final ImportSources sources;

    FetchedFiles(ImportSources sources) {
        this.sources = sources;
    }

    @Override
    public RunOutcome run(
            StepExecutionDetails<BulkImportJobParameters, VoidModel> step, IJobDataSink<NdJsonFileJson> next) {
        BulkImportJobParameters job = step.getParameters();
        SourceFiles files = new SourceFiles(sources, job.getHttpBasicCredentials());
        Integer asked = job.getMaxBatchResourceCount();
        int most = asked == null || asked <= 0 ? BulkImportAppCtx.PARAM_MAXIMUM_BATCH_SIZE_DEFAULT : asked;
        try {
            int lines = 0;
            for (String address : job.getNdJsonUrls()) {
                lines += count(files, address);
            }
            Parts parts = new Parts(next, most, lines);
            for (String address : job.getNdJsonUrls()) {
                pass(files, address, parts);
            }
            return new RunOutcome(0);
        } catch (IOException e) {
            // HAPI tries such a step again.
            throw new InternalErrorException(
                    "A file could not be read to its end: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobExecutionFailedException("The server was stopped while files were fetched");
        }
    }

    private static int count(SourceFiles files, String address) throws IOException, InterruptedException {
        int lines = 0;
        try (BufferedReader reader = read(files.open(address))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines += line.isBlank() ? 0 : 1;
            }
        }
        return lines;
    }

    private static void pass(SourceFiles files, String address, Parts parts) throws IOException, InterruptedException {
        try (BufferedReader reader = read(files.open(address))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    parts.add(line.strip(), address);
                }
            }
        }
        parts.passOn(address);
    }

    private static BufferedReader read(InputStream file) {
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** Lines that are passed on together; none of two files. */
    private static final class Parts {

        private final IJobDataSink<NdJsonFileJson> next;
        private final int most;
        private final int total;
        private final StringBuilder text = new StringBuilder();
        private int lines;
        private int passed;

        Parts(IJobDataSink<NdJsonFileJson> next, int most, int total) {
            this.next = next;
            this.most = most;
            this.total = total;
        }

        void add(String line, String address) {
            text.append(line).append('\n');
            lines++;
            if (lines >= most || text.length() >= MOST_CHARACTERS) {
                passOn(address);
            }
        }

        void passOn(String address) {
            if (lines == 0) {
                return;
            }
            passed += lines;
            NdJsonFileJson part = new NdJsonFileJson();
            part.setNdJsonText(text.toString());
            part.setSourceName(address);
            part.setBatchLineCount(passed);
            part.setBatchLineCountTotal(total);
            next.accept(part);
            text.setLength(0);
            lines = 0;
        }
    }
}
