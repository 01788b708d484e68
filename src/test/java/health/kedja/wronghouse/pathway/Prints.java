package health.kedja.wronghouse.pathway;

class Prints {

    void print(String name) {
        System.out.println(name);
    }
}
