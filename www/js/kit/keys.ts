/** The names of a table whose type lists all of them. */
export const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];
