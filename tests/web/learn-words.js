// The words of all views that lessons speak of.
import { words as deOwn } from '../../www/words/de/learn.ts';
import { words as enOwn } from '../../www/words/en/learn.ts';
import { words as deTrain } from '../../www/words/de/train.ts';
import { words as enTrain } from '../../www/words/en/train.ts';

import { words as deLab } from '../../www/words/de/lab.ts';
import { words as enLab } from '../../www/words/en/lab.ts';
export { deOwn, enOwn };
export const en = [enOwn, enTrain, enLab];
export const de = [deOwn, deTrain, deLab];
