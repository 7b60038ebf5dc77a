/** What a link can say of something, field by field: as `key:text`, where it differs from the start. */
import { keysOf } from './keys.ts';

interface Field<T> {
    /** its name in a link */
    key: string;
    write: (value: T) => string;
    /** undefined where the text says nothing that can be read */
    read: (text: string) => T | undefined;
}

/** In the order of a link. */
export type Fields<T> = { readonly [Name in keyof T]: Field<T[Name]> };

function take<T, Name extends keyof T>(fields: Fields<T>, values: T, name: Name, text: string): boolean {
    const value = fields[name].read(text);
    if (value !== undefined) {
        values[name] = value;
    }
    return value !== undefined;
}

/**
 * @param values into which goes what the text says
 * @param text null: the link says nothing behind the key
 * @returns whether it could be read; undefined where no field has this key
 */
export function put<T extends object>(
    fields: Fields<T>,
    values: NoInfer<T>,
    key: string,
    text: string | null,
): boolean | undefined {
    const name = keysOf(fields).find((one) => fields[one].key === key);
    return name === undefined ? undefined : text !== null && take(fields, values, name, text);
}

export function differing<T extends object>(fields: Fields<T>, values: NoInfer<T>, start: NoInfer<T>): string[] {
    const written = <Name extends keyof T>(name: Name, of: T) => fields[name].write(of[name]);
    return keysOf(fields)
        .filter((name) => written(name, values) !== written(name, start))
        .map((name) => `${fields[name].key}:${written(name, values)}`);
}
