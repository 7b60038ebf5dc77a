/** The constants of a run, out of the library's own documentation (`stdp-digits schema`), and what a form says of them. */

/**
 * @typedef {object} Constant
 * @property {string} path     its name, as in a configuration: w_norm, theta.plus
 * @property {string} group    '' or the part that it belongs to: exc, inh, theta, rule
 * @property {'number' | 'whole' | 'switch' | 'choice'} kind
 * @property {string[]} choices
 * @property {string} unit     '' for none
 * @property {string} meaning  one sentence
 * @property {number | boolean | string} initial
 */

/** @typedef {{ title: string, text: string, constants: Constant[] }} Rule */

/** These have controls of their own. */
const ELSEWHERE = ['front_end', 'neurons', 'preset', 'rule'];

/**
 * Documentation as it is written in the source, in a sentence for everybody.
 * @param {string} text
 */
export function sentence(text) {
    const [paragraph = ''] = text.split('\n\n');
    const plain = paragraph
        .replace(/\s+/g, ' ')
        .replace(/^([^:.(=]*?) ?\\\[[^\]\\]+\\\]/, '$1')
        .replace(/\\([[\]])/g, '$1')
        .replace(/\[(`[^`]+`)\](\([^)]*\))?/g, '$1')
        .replace(/`(?:\w+::)*([^`]+)`/g, '$1');
    return /^.*?[.](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain;
}

/** @param {string} text */
export function unit(text) {
    return /^[^:.(=]*\\\[([^\]\\]+)\\\]/.exec(text)?.[1] ?? '';
}

/**
 * @param {any} schema JSON Schema of a configuration
 * @param {string} path
 * @param {any} property
 * @param {any} initial
 * @returns {Constant[]}
 */
function expand(schema, path, property, initial) {
    const part = property.$ref ? schema.$defs[property.$ref.split('/').at(-1)] : property;
    if (part.type === 'object') {
        return Object.entries(part.properties)
            .filter(([name]) => name in initial && name !== 'kind')
            .flatMap(([name, inner]) => expand(schema, path === '' ? name : `${path}.${name}`, inner, initial[name]));
    }
    const choices = (part.oneOf ?? []).map((/** @type {any} */ choice) => choice.const);
    const kind = choices.length > 0 ? 'choice' : part.type === 'boolean' ? 'switch' : part.type === 'integer' ? 'whole' : 'number';
    const text = property.description ?? '';
    return [{ path, group: path.includes('.') ? String(path.split('.')[0]) : '', kind, choices, unit: unit(text), meaning: sentence(text), initial }];
}

/**
 * Under which name a translation says what a constant means.
 * @param {Constant} constant
 * @param {string} rule to which it belongs, if it is of one
 */
export function keyOf({ path, group }, rule) {
    const name = path.slice(group === '' ? 0 : group.length + 1);
    return { rule: `${rule}.${name}`, exc: `cell.${name}`, inh: `cell.${name}` }[group] ?? path;
}

/**
 * All constants but those of the learning rule.
 * @param {any} schema
 */
export function constants(schema) {
    return Object.entries(schema.properties)
        .filter(([name]) => !ELSEWHERE.includes(name))
        .flatMap(([name, property]) => expand(schema, name, property, /** @type {any} */ (property).default));
}

/**
 * The learning rules by name, each with its own constants.
 * @param {any} schema
 * @returns {Map<string, Rule>}
 */
export function rules(schema) {
    return new Map(
        schema.$defs.LearningRule.oneOf.map((/** @type {any} */ rule) => [
            rule.properties.kind.const,
            { title: sentence(rule.description).replace(/[:,.(].*$/, ''), text: sentence(rule.description), constants: expand(schema, 'rule', { ...rule, type: 'object' }, rule.default) },
        ]),
    );
}

/** Constants are kept in 32 bits; seven digits say one as it was written. @param {any} value */
export const written = (value) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);

/** @param {any} config @param {string} path */
export const valueAt = (config, path) => path.split('.').reduce((part, name) => part?.[name], config);

/**
 * A configuration that holds only what differs from the defaults.
 * @param {number} neurons
 * @param {string} rule
 * @param {ReadonlyMap<string, number | boolean | string>} changed by path
 */
export function configuration(neurons, rule, changed) {
    /** @type {Record<string, any>} */
    const config = { neurons };
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
