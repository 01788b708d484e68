package health.kedja.pathway;

/**
 * How long after the fracture the work-up is still asked for. A step may stay overdue for longer, as a record of care; but
 * nobody is told to order, years later, what belongs to the time after the fracture.
 *
 * @param days days from the fracture, the last one included
 * @param rule the rule
 */
public record AskedForWithin(int days, Rule rule) {

    public AskedForWithin {
        Check.range("days", days, 1, 36_600);
    }

    boolean isOver(Course course) {
        return course.today().isAfter(course.fractureDay().plusDays(days));
    }
}
