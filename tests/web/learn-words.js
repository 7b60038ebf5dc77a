// The words of all views that lessons speak of.
import { de as deOwn } from '../../www/js/learn/words-de.ts';
import { en as enOwn } from '../../www/js/learn/words-en.ts';
import { de as deTrain } from '../../www/js/train/words-de.ts';
import { en as enTrain } from '../../www/js/train/words-en.ts';

import { de as deLab } from '../../www/js/lab/words-de.ts';
import { en as enLab } from '../../www/js/lab/words-en.ts';
export { deOwn, enOwn };
export const en = [enOwn, enTrain, enLab];
export const de = [deOwn, deTrain, deLab];
