// The library in Node, and the usual constants of a run as the page has them.
import { readFileSync } from 'node:fs';
import * as library from '../../pkg/stdp_digits.js';
import { defaultsFrom } from '../../www/js/train/run/defaults.ts';

library.initSync({ module: readFileSync(new URL('../../pkg/stdp_digits_bg.wasm', import.meta.url)) });

export const schema = JSON.parse(readFileSync(new URL('../../www/data/config.schema.json', import.meta.url), 'utf8'));

export const constantsOf = defaultsFrom(schema, (config) => new library.Trainer(config, 0, 1, 1).config());

export { library };
