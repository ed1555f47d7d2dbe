package org.tandem.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;

/** A ledger whose database does not answer the next call of the kind that it is told. */
final class FailingLedger {

    private final AtomicReference<@Nullable Call> next = new AtomicReference<>();
    private final AtomicInteger failed = new AtomicInteger();

    enum Call {
        BEGIN("begin"),
        END("end"),
        END_DELIVERY("endDelivery");

        private final String method;

        Call(String method) {
            this.method = method;
        }
    }

    void failsNext(Call call) {
        next.set(call);
    }

    int failed() {
        return failed.get();
    }

    WorkLedger over(WorkLedger ledger) {
        return (WorkLedger) Proxy.newProxyInstance(
                WorkLedger.class.getClassLoader(), new Class<?>[] {WorkLedger.class}, (proxy, method, arguments) -> {
                    Call call = next.get();
                    if (call != null && call.method.equals(method.getName()) && next.compareAndSet(call, null)) {
                        failed.incrementAndGet();
                        throw new TandemException(TandemException.Kind.RETRY, "the database does not answer");
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
