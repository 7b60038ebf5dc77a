/** Has errors keep their own properties on their way from a worker; Comlink carries only name, message and stack. */
import * as Comlink from 'comlink';

interface Thrown {
    value: unknown;
}

export function keepErrorProperties() {
    const handler = Comlink.transferHandlers.get('throw') as Comlink.TransferHandler<Thrown, Thrown>;
    Comlink.transferHandlers.set('throw', {
        ...handler,
        serialize(thrown: Thrown) {
            const [plain, transfer] = handler.serialize(thrown);
            return thrown.value instanceof Error
                ? [{ ...plain, value: { ...thrown.value, ...(plain.value as object) } }, transfer]
                : [plain, transfer];
        },
    } as Comlink.TransferHandler<unknown, unknown>);
}
