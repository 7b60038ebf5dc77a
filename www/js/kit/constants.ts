/** The constants of a run, out of the library's own documentation (`stdp-digits schema`), and what a form says of them. */

export interface Constant {
    /** its name, as in a configuration: w_norm, theta.plus */
    path: string;
    /** '' or the part that it belongs to: exc, inh, theta, rule */
    group: string;
    kind: 'number' | 'whole' | 'switch' | 'choice';
    choices: string[];
    /** '' for none */
    unit: string;
    /** one sentence */
    meaning: string;
    initial: number | boolean | string;
}

export type Rule = { title: string; text: string; constants: Constant[] };

/** These have controls of their own. */
const ELSEWHERE = ['front_end', 'neurons', 'preset', 'rule'];

/** Documentation as it is written in the source, in a sentence for everybody. */
export function sentence(text: string) {
    const [paragraph = ''] = text.split('\n\n');
    const plain = paragraph
        .replace(/\s+/g, ' ')
        .replace(/^([^:.(=]*?) ?\\\[[^\]\\]+\\\]/, '$1')
        .replace(/\\([[\]])/g, '$1')
        .replace(/\[(`[^`]+`)\](\([^)]*\))?/g, '$1')
        .replace(/`(?:\w+::)*([^`]+)`/g, '$1');
    return /^.*?[.](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain;
}

export function unit(text: string) {
    return /^[^:.(=]*\\\[([^\]\\]+)\\\]/.exec(text)?.[1] ?? '';
}

/** @param schema JSON Schema of a configuration */
function expand(schema: any, path: string, property: any, initial: any): Constant[] {
    const part = property.$ref ? schema.$defs[property.$ref.split('/').at(-1)] : property;
    if (part.type === 'object') {
        return Object.entries(part.properties)
            .filter(([name]) => name in initial && name !== 'kind')
            .flatMap(([name, inner]) => expand(schema, path === '' ? name : `${path}.${name}`, inner, initial[name]));
    }
    const choices = (part.oneOf ?? []).map((choice: any) => choice.const);
    const kind =
        choices.length > 0
            ? 'choice'
            : part.type === 'boolean'
              ? 'switch'
              : part.type === 'integer'
                ? 'whole'
                : 'number';
    const text = property.description ?? '';
    return [
        {
            path,
            group: path.includes('.') ? String(path.split('.')[0]) : '',
            kind,
            choices,
            unit: unit(text),
            meaning: sentence(text),
            initial,
        },
    ];
}

/**
 * Under which name a translation says what a constant means.
 * @param rule to which it belongs, if it is of one
 */
export function keyOf({ path, group }: Constant, rule: string) {
    const name = path.slice(group === '' ? 0 : group.length + 1);
    return { rule: `${rule}.${name}`, exc: `cell.${name}`, inh: `cell.${name}` }[group] ?? path;
}

/** All constants but those of the learning rule. */
export function constants(schema: any) {
    return Object.entries(schema.properties)
        .filter(([name]) => !ELSEWHERE.includes(name))
        .flatMap(([name, property]) => expand(schema, name, property, (property as any).default));
}

/** The learning rules by name, each with its own constants. */
export function rules(schema: any): Map<string, Rule> {
    return new Map(
        schema.$defs.LearningRule.oneOf.map((rule: any) => [
            rule.properties.kind.const,
            {
                title: sentence(rule.description).replace(/[:,.(].*$/, ''),
                text: sentence(rule.description),
                constants: expand(schema, 'rule', { ...rule, type: 'object' }, rule.default),
            },
        ]),
    );
}

/** Constants are kept in 32 bits; seven digits say one as it was written. */
export const written = (value: any) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);

export const valueAt = (config: any, path: string) => path.split('.').reduce((part, name) => part?.[name], config);

/**
 * A configuration that holds only what differs from the defaults.
 * @param changed by path
 */
export function configuration(neurons: number, rule: string, changed: ReadonlyMap<string, number | boolean | string>) {
    const config: Record<string, any> = { neurons };
    if (rule !== 'triplet') {
        config.rule = { kind: rule };
    }
    for (const [path, value] of changed) {
        const [first = '', second] = path.split('.');
        if (second === undefined) {
            config[first] = value;
        } else {
            config[first] = { ...config[first], [second]: value };
        }
    }
    return config;
}
