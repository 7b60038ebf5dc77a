/** The constants of a run, out of the library's own documentation (`stdp-digits schema`), and what a form says of them. */
import type { Part, Value } from './config.ts';

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
    initial: Value;
}

export type Rule = { title: string; text: string; constants: Constant[] };

/** What is read here of JSON Schema. */
interface Documented {
    $ref?: string;
    type?: string;
    description?: string;
    const?: string;
    oneOf?: readonly Documented[];
    properties?: Readonly<Record<string, Documented>>;
}

interface DocumentedRule extends Documented {
    description: string;
    default: Part;
    properties: { kind: { const: string }; [name: string]: Documented };
}

/** JSON Schema of a configuration. */
export interface Schema {
    properties: Readonly<Record<string, Documented & { default: Value | Part }>>;
    $defs: { LearningRule: { oneOf: readonly DocumentedRule[] }; [name: string]: Documented };
}

const SCHEMA = new URL('../../data/config.schema.json', import.meta.url);

export const fetchSchema = (): Promise<Schema> => fetch(SCHEMA).then((response) => response.json());

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

function expand(schema: Schema, path: string, property: Documented, initial: Value | Part): Constant[] {
    const part = property.$ref ? schema.$defs[property.$ref.replace(/^.*\//, '')] : property;
    if (typeof initial === 'object') {
        return Object.entries(part?.properties ?? {}).flatMap(([name, inner]) => {
            const own = initial[name];
            return own === undefined || name === 'kind' ? [] : expand(schema, `${path}.${name}`, inner, own);
        });
    }
    const choices = (part?.oneOf ?? []).flatMap((choice) => choice.const ?? []);
    const kind =
        choices.length > 0
            ? 'choice'
            : part?.type === 'boolean'
              ? 'switch'
              : part?.type === 'integer'
                ? 'whole'
                : 'number';
    const text = property.description ?? '';
    return [
        {
            path,
            group: /^(.*?)\./.exec(path)?.[1] ?? '',
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
export function constants(schema: Schema) {
    return Object.entries(schema.properties)
        .filter(([name]) => !ELSEWHERE.includes(name))
        .flatMap(([name, property]) => expand(schema, name, property, property.default));
}

/** The learning rules by name, each with its own constants. */
export function rules(schema: Schema): Map<string, Rule> {
    return new Map(
        schema.$defs.LearningRule.oneOf.map((rule) => [
            rule.properties.kind.const,
            {
                title: sentence(rule.description).replace(/[:,.(].*$/, ''),
                text: sentence(rule.description),
                constants: expand(schema, 'rule', rule, rule.default),
            },
        ]),
    );
}
