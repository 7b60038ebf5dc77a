// The lessons as files: read rightly, complete in both languages, and true to the words of the page. What they say is done in
// tests/browser/lessons.test.js.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boldWords, parseLesson } from '../../www/js/learn/parse.ts';
import { compares, readCheck, spellCheck } from '../../www/js/learn/check.ts';
import { Progress } from '../../www/js/learn/progress.ts';
import { spellHead, spellStep } from '../../www/js/learn/spell.ts';
import { read } from '../../www/js/shell/link.ts';
import { words as german } from '../../www/words/de/shell.ts';
import { words as english } from '../../www/words/en/shell.ts';
import * as learn from './learn-words.js';

const unread = (set) => read(set).bad;
const folderOf = (language) => new URL(`../../www/words/${language}/lessons/`, import.meta.url);
const filesOf = (language) => readdirSync(folderOf(language)).sort();
const lessonsOf = (language) => new Map(filesOf(language).map((name) => [name.replace('.md', ''), parseLesson(readFileSync(new URL(name, folderOf(language)), 'utf8'), name, unread)]));
const [en, de] = ['en', 'de'].map(lessonsOf);

/** Every text of a table, those that functions make with small numbers among them. */
function texts(value) {
    if (typeof value === 'string') return [value.replace(/\s+/g, ' ')];
    if (typeof value === 'function') {
        const made = [];
        for (const number of [0, 4, 100]) {
            try {
                made.push(...texts(value(...Array.from({ length: value.length }, () => number))));
            } catch {
                // It wants something else than numbers.
            }
        }
        return made;
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('the lessons', () => {
    it('are ten of 45 minutes in all and one on edges, in the same order in both languages', () => {
        expect(en.size).toBe(11);
        expect([...de.keys()]).toEqual([...en.keys()]);
        expect([...en.values()].slice(0, 10).reduce((sum, { minutes }) => sum + minutes, 0), 'a lesson at school').toBe(45);
        expect(en.get('11-edges').minutes).toBeLessThanOrEqual(6);
        for (const name of en.keys()) expect(name).toMatch(/^\d\d-[a-z]+$/);
    });

    it.each([...en.keys()])('%s says the same in German, step by step', (name) => {
        const shape = ({ minutes, steps }) => ({ minutes, steps: steps.map(({ set, checks, show, predict, task, answer }) => ({ set, checks, show, right: predict?.right, choices: predict?.choices.length, task: task !== '', answer: answer !== '' })) });
        expect(shape(de.get(name))).toEqual(shape(en.get(name)));
        expect(en.get(name).steps.length).toBeGreaterThanOrEqual(3);
    });

    it('say what the cells see wherever they show a network', () => {
        for (const [name, { steps }] of [...en, ...de]) {
            for (const { set, line } of steps) expect(set === '' || /view=lab|&model=|train=sees:/.test(set), `${name}:${line}: ${set}`).toBe(true);
        }
    });

    it.each(['en', 'de'])('has in bold only what stands on the page (%s)', (language) => {
        const known = new Set([...texts({ en: english, de: german }[language]), ...texts(learn[language])]);
        for (const [name, { steps }] of lessonsOf(language)) {
            for (const { words, line } of steps) for (const word of words) expect(known.has(word), `${name}.${language}.md:${line}: **${word}**`).toBe(true);
        }
    });

    it('names in its checks only what is somewhere on the page', () => {
        const sources = ['../../www/index.html', ...readdirSync(new URL('../../www/js', import.meta.url), { recursive: true }).filter((path) => path.endsWith('.ts')).map((path) => `../../www/js/${path}`)];
        const page = sources.map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')).join('\n');
        const made = (testid) => page.includes(`"${testid}"`) || page.includes(`'${testid}'`) || /^(vote|break|train-param|front-end)-/.test(testid) || testid === 'page';
        for (const [name, { steps }] of en) {
            for (const { checks, show, line } of steps) for (const testid of [...checks.map(({ testid }) => testid), ...show]) expect(made(testid), `${name}:${line}: ${testid}`).toBe(true);
        }
    });
});

describe('a file that is no lesson', () => {
    const head = '---\ntitle: T\nminutes: 5\ngoal: G\n---\n';
    const step = '## S\nText.\n';
    const complaint = (source) => {
        try {
            parseLesson(source, 'mine.md', unread);
        } catch (error) {
            return error.message;
        }
        return 'none';
    };

    it.each([
        ['no head', '# Hello\n', 'mine.md:1: expected title, minutes and goal at the top, between two lines of'],
        ['a head without end', '---\ntitle: T\n', 'mine.md:1: expected title, minutes and goal at the top'],
        ['bad YAML', '---\ntitle: T\nminutes: [5\n---\n', /^mine\.md:\d+: found no YAML/],
        ['no title', '---\nminutes: 5\ngoal: G\n---\n', "mine.md:2: found no title, expected 'title: ' and some text"],
        ['minutes in words', '---\ntitle: T\nminutes: five\ngoal: G\n---\n', "mine.md:3: found minutes 'five', expected a whole number from 1 to 90"],
        ['an unknown key', '---\ntitle: T\nautor: X\nminutes: 5\ngoal: G\n---\n', "mine.md:3: found 'autor', expected title, minutes and goal"],
        ['text before the first step', `${head}Hello.\n`, "mine.md:6: found 'Hello.', expected a step"],
        ['no step', head, 'found no step'],
        ['a step without text', `${head}## S\ncheck: play clicked\n`, "mine.md:6: found no text in the step 'S'"],
        ['a part misspelt', `${head}${step}\nchek: play clicked\n`, "mine.md:9: found 'chek:', expected set, predict, do, check, show or answer"],
        ['two parts of a kind', `${head}${step}set: seed=1\nset: seed=2\n`, "mine.md:9: found a second 'set:'"],
        ['a link that cannot be read', `${head}${step}set: seed=x&view=look\n`, "mine.md:8: found 'seed' in 'set:'"],
        ['a link that is the reader’s', `${head}${step}set: lang=de\n`, "mine.md:8: found 'lang' in 'set:'"],
        ['a check that is none', `${head}${step}do: D.\ncheck: play is pressed\n`, "mine.md:9: found 'check: play is pressed', expected an element"],
        ['something to do that nobody checks', `${head}${step}do: D.\n`, "mine.md:8: found 'do:' without 'check:'"],
        ['a check of nothing', `${head}${step}check: play clicked\n`, "mine.md:8: found 'check:' without 'do:'"],
        ['one choice', `${head}${step}predict: Q?\n- [x] a\nanswer: A\n`, 'mine.md:8: expected a question and at least two choices below it'],
        ['two that come true', `${head}${step}predict: Q?\n- [x] a\n- [x] b\nanswer: A\n`, 'mine.md:8: expected a question'],
        ['a prediction and no answer', `${head}${step}predict: Q?\n- [x] a\n- [ ] b\n`, "mine.md:8: found 'predict:' without 'answer:'"],
    ])('with %s is refused, and the line is said', (_, source, words) => {
        expect(complaint(source)).toMatch(words instanceof RegExp ? words : new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}|${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    });

    it('may have Windows line ends, and a word with a colon in a sentence', () => {
        const { steps } = parseLesson(`${head}${step}goes on with\nequal: this.\n`.replaceAll('\n', '\r\n'), 'mine.md', unread);
        expect(steps[0].text).toContain('equal: this.');
    });

    it('brings no HTML, no picture and no address but the web’s', () => {
        const { steps } = parseLesson(`${head}## S\n<script>x</script> <b onclick="x">b</b> ![p](https://e.org/p.png) [l](javascript:x) [w](https://e.org)\n`, 'mine.md', unread);
        expect(steps[0].text).not.toMatch(/<script|<b |<img|href="javascript/);
        expect(steps[0].text).toContain('<a href="https://e.org" target="_blank" rel="noreferrer">w</a>');
    });
});

describe('a check', () => {
    it.each(['play clicked', 'seed changed', 'answer data-digit = 5', 'train-progress data-images >= 500', 'seed value != 2015', 'page data-mood = not sure'])('%s is read, and written back', (line) => {
        expect(spellCheck(readCheck(line))).toBe(line);
    });

    it.each(['play', 'play pressed', 'answer data-digit 5', 'answer data-digit => 5', 'train-progress data-images >= many', ''])('%s is none', (line) => {
        expect(readCheck(line)).toBeNull();
    });

    it('compares numbers as numbers and the rest as words', () => {
        expect([compares('10', '>=', '9'), compares('9', '>=', '10'), compares('5', '=', '5.0'), compares('', '>=', '0'), compares(null, '!=', '1'), compares('', '!=', '5'), compares('a', '=', 'a')]).toEqual([true, false, true, false, false, true, true]);
    });
});

describe('what a builder writes', () => {
    const draft = { heading: 'One # two', text: 'Look.\n## no heading\ncheck: no check', set: 'view=look&picture=5', question: 'What?', choices: 'a\n* b\n\nc', task: 'Press **Play**.', check: 'play clicked\nanswer data-digit = 5\n', answer: 'Yes.' };

    it('is a lesson with all that was typed', () => {
        const { title, minutes, goal, steps } = parseLesson(`${spellHead({ title: 'Yes: "no"', minutes: 7, goal: '5 things, - say' })}\n${spellStep(draft)}\n${spellStep({ ...draft, set: '', question: '', choices: '', task: '', check: '', answer: '' })}`, 'lesson.md', unread);
        expect([title, minutes, goal, steps.length]).toEqual(['Yes: "no"', 7, '5 things, - say', 2]);
        expect(steps[0]).toMatchObject({ heading: 'One # two', set: draft.set, predict: { choices: ['a', 'b', 'c'], right: 1 }, checks: [readCheck('play clicked'), readCheck('answer data-digit = 5')] });
        expect(steps[0].text).toContain('no heading');
        expect(steps[1]).toMatchObject({ set: '', predict: null, task: '', checks: [] });
    });
});

describe('progress', () => {
    const storage = () => {
        const map = new Map();
        return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => map.set(key, value), removeItem: (key) => map.delete(key) };
    };

    it('is found again, and can be forgotten', () => {
        const kept = storage();
        const first = new Progress(kept);
        first.stand('spike', 2);
        first.finish('spike', 1);
        first.finish('spike', 1);
        first.say('spike', 1, 0);
        expect(new Progress(kept).of('spike')).toEqual({ at: 2, done: [1], said: { 1: 0 } });
        first.forget();
        expect(new Progress(kept).of('spike')).toEqual({ at: 1, done: [], said: {} });
    });

    it('does without a storage, and without one that works', () => {
        const broken = { getItem: () => { throw new Error('no'); }, setItem: () => { throw new Error('full'); }, removeItem: () => {} };
        for (const kept of [null, broken, { ...broken, getItem: () => '{nonsense' }]) {
            const progress = new Progress(kept);
            progress.finish('spike', 3);
            expect(progress.of('spike').done).toEqual([3]);
        }
    });
});

it('finds bold words over line ends', () => expect(boldWords('a **b\nc** d **e**')).toEqual(['b c', 'e']));

it('the languages of the lessons’ list have the same texts', () => {
    const shape = (value) => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value);
    expect(shape(learn.deOwn)).toEqual(shape(learn.enOwn));
});
