package health.kedja.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where people are written. */
interface PeopleWriter extends Closeable {

    /** Writes some people, in order. */
    void write(List<SyntheticPerson> people) throws IOException;
}
