package health.kedja.pathway;

/** Checks of numbers in guidelines. */
final class Check {

    private Check() {}

    static void range(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(field + " is " + number + "; it must be " + least + " to " + most);
        }
    }
}
