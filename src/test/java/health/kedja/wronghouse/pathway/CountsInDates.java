package health.kedja.wronghouse.pathway;

import java.util.Date;

class CountsInDates {

    boolean overdue(Date due, Date asOf) {
        return due.before(asOf);
    }
}
