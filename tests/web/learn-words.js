// The words of all views that lessons speak of.
import { de as deOwn } from '../../www/js/learn/words-de.js';
import { en as enOwn } from '../../www/js/learn/words-en.js';
import { de as deTrain } from '../../www/js/train/words-de.js';
import { en as enTrain } from '../../www/js/train/words-en.js';

import { de as deLab } from '../../www/js/lab/words-de.js';
import { en as enLab } from '../../www/js/lab/words-en.js';
export { deOwn, enOwn };
export const en = [enOwn, enTrain, enLab];
export const de = [deOwn, deTrain, deLab];
