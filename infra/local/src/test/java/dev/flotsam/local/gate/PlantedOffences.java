package dev.flotsam.local.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ServiceLoader;

/** Does all that is refused, so that the gate can be seen to close. It is never run. */
final class PlantedOffences {
    private PlantedOffences() {}

    static Object reflect(String name) throws ReflectiveOperationException {
        return Class.forName(name).getDeclaredConstructor().newInstance();
    }

    static MethodHandle find(Class<?> type, String name) throws ReflectiveOperationException {
        return MethodHandles.lookup().findVirtual(type, name, MethodType.methodType(void.class));
    }

    static ServiceLoader<Runnable> discover() {
        return ServiceLoader.load(Runnable.class);
    }

    static Object revive(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readObject();
        }
    }

    static InputStream compute(String name) {
        return PlantedOffences.class.getResourceAsStream("rules-" + name + ".txt");
    }

    static InputStream undeclared() {
        return PlantedOffences.class.getResourceAsStream("undeclared.txt");
    }
}
