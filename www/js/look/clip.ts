/** A look as a film of three seconds, or as a picture: redraws the stage on a canvas of its own. */
import { context2d, hidden } from '../kit/canvas.ts';
import { find } from '../kit/dom.ts';
import { download } from '../kit/download.ts';
import type { Strings } from '../shell/strings.ts';
import type { Session } from './session.ts';

const WIDTH = 1200;
const MARGIN = 40;
/** Room for the sentence below. */
const BELOW = 90;
const FILM_MS = 3000;
/** How long the end stays. */
const END_MS = 500;
const FRAMES = 30;
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

/** The first kind of film that this browser can make; undefined: none. */
const typeOf = () =>
    typeof MediaRecorder === 'undefined' ? undefined : TYPES.find((type) => MediaRecorder.isTypeSupported(type));

/** Draws the stage: its canvases, ballots, digits, answer and sentence, where they stand. */
function drawStage(canvas: HTMLCanvasElement) {
    const parts = ['fields', 'net-input', 'race'].map((name) => find(name, HTMLCanvasElement));
    const answer = find('answer');
    const votes = find('votes');
    const boxes = [...parts, answer, votes]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width }) => width > 0);
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const scale = (WIDTH - 2 * MARGIN) / (right - left);
    const height = 2 * Math.round((MARGIN * 2 + (bottom - top) * scale + BELOW) / 2);
    if (canvas.width !== WIDTH || canvas.height !== height) {
        canvas.width = WIDTH;
        canvas.height = height;
    }
    const context = context2d(canvas);
    const style = getComputedStyle(document.documentElement);
    const type = getComputedStyle(document.body).fontFamily;
    const colour = (element: Element, what: 'color' | 'backgroundColor') => getComputedStyle(element)[what];
    context.fillStyle = style.backgroundColor;
    context.fillRect(0, 0, WIDTH, height);
    const place = (element: Element) => {
        const box = element.getBoundingClientRect();
        return [
            MARGIN + (box.left - left) * scale,
            MARGIN + (box.top - top) * scale,
            box.width * scale,
            box.height * scale,
        ] as const;
    };
    for (const part of parts) {
        if (part.width > 0 && part.getClientRects().length > 0) {
            context.drawImage(part, ...place(part));
        }
    }
    for (const ballot of document.querySelectorAll('[data-testid="ballot"]')) {
        context.fillStyle = colour(ballot, 'backgroundColor');
        context.fillRect(...place(ballot));
    }
    const write = (element: Element, text: string, weight: number, across: 'left' | 'center') => {
        const [x, y, wide, high] = place(element);
        context.fillStyle = colour(element, 'color');
        context.font = `${weight} ${Number.parseFloat(getComputedStyle(element).fontSize) * scale}px ${type}`;
        context.textAlign = across;
        context.textBaseline = 'middle';
        context.fillText(text, across === 'left' ? x : x + wide / 2, y + high / 2);
    };
    write(answer, answer.textContent ?? '', 800, 'left');
    for (const digit of document.querySelectorAll('.vote__digit')) {
        write(digit, digit.textContent ?? '', 600, 'center');
    }
    context.fillStyle = colour(document.body, 'color');
    context.font = `500 34px ${type}`;
    context.textAlign = 'center';
    context.fillText(find('narration').textContent ?? '', WIDTH / 2, height - BELOW / 2 - 10, WIDTH - 2 * MARGIN);
}

export class Clip {
    session: Session;
    strings: Strings;
    film: HTMLButtonElement;
    picture: HTMLButtonElement;

    constructor(session: Session, strings: Strings) {
        this.session = session;
        this.strings = strings;
        this.film = find('clip', HTMLButtonElement);
        this.picture = find('clip-picture', HTMLButtonElement);
        this.film.addEventListener('click', () => this.#record());
        this.picture.addEventListener('click', () => this.#take());
        if (!typeOf()) {
            this.film.title = strings.noFilm;
        }
        this.update();
    }

    update() {
        const nothing = this.session.now === null;
        this.film.disabled = nothing || !typeOf();
        this.picture.disabled = nothing;
    }

    #take() {
        const canvas = hidden(1, 1);
        drawStage(canvas);
        canvas.toBlob((blob) => blob && download('race.png', blob), 'image/png');
    }

    /** Plays the look once more, in three seconds, and films it. */
    async #record() {
        const { session } = this;
        const type = typeOf();
        const total = session.now?.total ?? 0;
        if (!type || total === 0) {
            return;
        }
        this.film.disabled = true;
        const canvas = hidden(1, 1);
        drawStage(canvas);
        const recorder = new MediaRecorder(canvas.captureStream(FRAMES), { mimeType: type, videoBitsPerSecond: 4e6 });
        const pieces: Blob[] = [];
        recorder.ondataavailable = ({ data }) => pieces.push(data);
        recorder.onstop = () => {
            download(type.includes('mp4') ? 'race.mp4' : 'race.webm', new Blob(pieces, { type }));
            this.update();
        };
        await session.seek(0);
        recorder.start();
        await session.playAt((total / (FILM_MS - END_MS)) * 1000);
        const began = performance.now();
        const step = () => {
            drawStage(canvas);
            if (performance.now() - began < FILM_MS) {
                requestAnimationFrame(step);
            } else {
                recorder.stop();
            }
        };
        requestAnimationFrame(step);
    }
}
