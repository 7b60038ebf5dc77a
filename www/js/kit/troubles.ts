/** Words for what the browser lacks or forbids, in the language that the page speaks. */
import type { Words } from '../../words/en/troubles.ts';
import { inLanguage } from '../../words/languages.ts';

const WORDS = import.meta.glob<Words>('../../words/*/troubles.ts', { import: 'words' });

export const troubles = () => inLanguage(WORDS, document.documentElement.lang);
