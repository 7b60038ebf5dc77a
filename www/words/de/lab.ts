/** German: every word of the laboratory. */

import { placeOf, WAYS } from '../../js/kit/edges.ts';
import { short as figures } from '../../js/kit/figures.ts';
import type { Words } from '../en/lab.ts';
import { faults } from './faults.ts';
import { meanings } from './meanings.ts';

const number = new Intl.NumberFormat('de', { maximumFractionDigits: 6 });
const plain = (value: number) => number.format(value).replace('-', '−');
const comma = (text: string) => text.replace('-', '−').replace('.', ',');
const short = (value: number) => comma(figures(value));
const signed = (value: number) => (value > 0 ? `+${short(value)}` : short(value));

const edge = (input: number) => {
    const { way, row, column } = placeOf(input);
    return `in Zeile ${row}, Spalte ${column} von 14 × 14 Plätzen als ${WAYS[way]}`;
};

export const words: Words = {
    faults,
    plain,
    short,
    signed,
    fixed: (value, places) => comma(value.toFixed(places)),
    ms: (time) => `${plain(time)} ms`,
    meaning: (key) => meanings[key] ?? '',
    usually: (value) => `Üblich: ${typeof value === 'boolean' ? (value ? 'an' : 'aus') : comma(String(value))}.`,
    names: {
        nu_post: 'Rate der Verstärkung',
        nu_pre: 'Rate der Abschwächung',
        tau_x_pre: 'Zeitkonstante der Präspur',
        tau_x_post: 'Zeitkonstante der Postspur',
        tau_x_post1: 'Zeitkonstante der schnellen Postspur',
        tau_x_post2: 'Zeitkonstante der langsamen Postspur',
        x_tar: 'Zielwert der Spur',
        mu: 'Abhängigkeit vom Gewicht',
        beta: 'Abhängigkeit vom Gewicht',
        w_max: 'Größtes Gewicht',
        additive_traces: 'Spuren addieren sich',
        dt: 'Zeitschritt',
        tau_m: 'Zeitkonstante der Membran',
        tau_g_e: 'Zeitkonstante der Erregung',
        tau_g_i: 'Zeitkonstante der Hemmung',
        v_thresh: 'Schwelle',
        v_rest: 'Ruhepotential',
        v_reset: 'Potential nach einem Spike',
        e_exc: 'Umkehrpotential der Erregung',
        e_inh: 'Umkehrpotential der Hemmung',
        t_ref: 'Refraktärzeit',
        refractory: 'In der Refraktärzeit',
        'theta.adaptive': 'Schwelle passt sich an',
        'theta.plus': 'Anstieg der Schwelle je Spike',
        'theta.init': 'Anstieg der Schwelle am Anfang',
        'theta.offset': 'Abzug von der Schwelle',
        'theta.tau': 'Zeitkonstante der Schwelle',
    },
    choices: { lockout: 'kann sie nicht feuern', clamped: 'wird sie festgehalten' },
    badLink: (names) =>
        `Der Link sagt dem Labor etwas, das nicht zu lesen ist: ${names.join(', ')}. Der Rest ist zu sehen.`,

    lead: 'Eine Synapse und eine Zelle, für sich allein. Verschiebe Spikes und sieh, was die Regel und die Membran des Netzes daraus machen, Zahl für Zahl.',

    synapseTitle: 'Eine Synapse',
    synapseText:
        'Ein Eingang (prä) und eine Zelle (post) feuern; die Lernregel liest die Spuren, die ihre Spikes hinterlassen, und ändert das Gewicht zwischen ihnen.',
    preLane: 'prä',
    postLane: 'post',
    preSpike: (at) => `Präspike ${at}`,
    postSpike: (at) => `Postspike ${at}`,
    lanesLabel: 'Spikes des Eingangs und der Zelle',
    lanesHelp:
        'Einen Spike ziehen; auf eine Linie klicken setzt einen dazu; weit von seiner Linie gezogen fällt er weg. Mit der Tastatur: Tab zu einem Spike, Pfeiltasten schieben ihn um einen Schritt (mit Umschalt um zehn), Entf nimmt ihn weg.',
    timeLabel:
        'Spuren, Änderungen des Gewichts und das Gewicht über der Zeit. Die Tabelle darunter nennt die Änderungen in Zahlen.',
    addPre: 'Präspike dazu',
    addPost: 'Postspike dazu',
    remove: 'Spike wegnehmen',
    play: 'Abspielen',
    pause: 'Pause',
    nextSpike: 'Nächster Spike',
    rule: 'Lernregel',
    rules: {
        triplet: 'Triplett (veröffentlichter Code)',
        power_law: 'Potenzgesetz (Artikel)',
        exponential: 'exponentiell (Artikel)',
        pre_post: 'Pre und Post (Artikel)',
        pair: 'einfache Paar-STDP',
    },
    constantsFrom: 'Ihre Konstanten',
    textbook: { pair: 'Lehrbuch (Song et al. 2000)', triplet: 'Lehrbuch (Pfister & Gerstner 2006)' },
    ofNetwork: 'wie dieses Netz lernt',
    startWeight: 'Gewicht am Anfang',
    duration: 'Zeit (ms)',
    tracesPlot: 'Spuren',
    changesPlot: 'Δw jedes Spikes',
    weightPlot: 'Gewicht w',
    traceNames: {
        x_pre: 'Präspur',
        x_post: 'Postspur',
        x_post1: 'schnelle Postspur',
        x_post2: 'langsame Postspur',
    },
    atSpike: { pre: 'Bei einem Präspike', post: 'Bei einem Postspike' },
    equationLabel: 'Gleichung der Regel, mit ihren Zahlen',
    cellEquationLabel: 'Gleichung der Membran',
    figuresLabel: 'Die Zelle in Zahlen',
    nothing: 'geschieht nichts',
    noSpikes: 'Noch kein Spike: setze einen.',
    liveHead: (cause, time) => `Der ${cause === 'pre' ? 'Prä' : 'Post'}spike bei ${plain(time)} ms:`,
    moved: (before, after) =>
        before === after
            ? `Das Gewicht bleibt bei ${short(before)}.`
            : `Das Gewicht geht von ${short(before)} auf ${short(after)}: ${signed(after - before)}.`,
    changesTable: 'Die Änderungen als Tabelle',
    changesHead: ['Zeit', 'Spike', 'w vorher', 'w nachher', 'Δw'],
    causes: { pre: 'prä', post: 'post' },
    fromReal: (sees, input, cell, image) =>
        `Eine echte Synapse: ${sees === 'pixels' ? `vom Pixel in Zeile ${Math.floor(input / 28)}, Spalte ${input % 28}` : `von den Kanten, die ${edge(input)} verlaufen,`} zur Zelle ${cell}, während sie von Bild ${number.format(image)} lernte. Gewicht, Regel und Raten sind die jenes Augenblicks.`,

    pairsTitle: 'Die Kurven dieser Regel',
    pairsText:
        'Gemessen wie im Labor: Paare von Spikes, wieder und wieder, und dann, was aus dem Gewicht geworden ist. Es antwortet die Regel oben, mit ihren Konstanten.',
    repetitions: 'Paare',
    hertz: 'Paare je Sekunde (Hz)',
    interval: 'Δt der beiden rechten Kurven, ± ms',
    ruleSays: {
        pair: 'Ein Paar allein entscheidet: Das Fenster besteht aus zwei Exponentialkurven, und mehr Paare je Sekunde bringen nur Paare einander näher.',
        triplet:
            'Verstärkung braucht zwei Postspikes kurz nacheinander: Bei einem Paar je Sekunde gibt es keine. Erhöhe die Frequenz.',
        power_law:
            'Nur Postspikes wirken: Eingänge, die kurz davor feuerten, gewinnen, alle anderen verlieren. Darum endet das Fenster links nicht.',
        exponential:
            'Nur Postspikes wirken. Kleine Gewichte wachsen am schnellsten, große schrumpfen am schnellsten: siehe die Kurve über dem Gewicht.',
        pre_post: 'Das Potenzgesetz, und ein wenig Abschwächung bei jedem Präspike nach einem Postspike.',
    },
    afterInterval: 'Δw über Δt, vom Präspike zum Postspike, in ms',
    fromWeight: 'Δw über dem Gewicht w davor',
    overHertz: 'Δw über Paaren je Sekunde, in Hz',
    windowTitle: 'Fenster: Wer kommt zuerst?',
    windowLabel:
        'Änderung des Gewichts über der Zeit zwischen den Spikes eines Paares. Die Tabelle darunter hat die Zahlen.',
    windowTable: 'Das Fenster als Tabelle',
    weightTitle: 'Gewicht: Lernt eine starke Synapse weniger?',
    weightLabel:
        'Änderung des Gewichts über dem Gewicht davor, für zwei Abstände. Die Tabelle darunter hat die Zahlen.',
    weightTable: 'Die Kurve über dem Gewicht als Tabelle',
    hertzTitle: 'Frequenz: Tun seltene Paare dasselbe?',
    hertzLabel:
        'Änderung des Gewichts über der Zahl der Paare je Sekunde, für zwei Abstände. Die Tabelle darunter hat die Zahlen.',
    hertzTable: 'Die Kurve über der Frequenz als Tabelle',
    parameters: 'Alle Parameter der Regel',

    membraneTitle: 'Eine Zelle',
    membraneText:
        'Spikes am Eingang öffnen Leitwerte, das Potential folgt und versickert wieder; an der Schwelle feuert die Zelle und fällt zurück.',
    excLane: 'erregt',
    inhLane: 'hemmt',
    excSpike: (at) => `Erregender Spike ${at}`,
    inhSpike: (at) => `Hemmender Spike ${at}`,
    weighted: (time, weight) => `${plain(time)} ms, Gewicht ${plain(weight)}`,
    cellLanesLabel: 'Erregende und hemmende Spikes am Eingang',
    membraneLabel:
        'Membranpotential mit Schwelle und beide Leitwerte über der Zeit. Die Tabelle darunter hat die Zahlen.',
    addExc: 'Erregung dazu',
    addInh: 'Hemmung dazu',
    synapses: 'Synapsen',
    synapseKinds: { conductance: 'Leitwerte (das Netz)', current: 'Ströme (einfaches Lehrbuch)' },
    synapsesSay: {
        conductance:
            'Ein Spike fügt g sein Gewicht hinzu: Was fließt, hängt davon ab, wie weit v vom Umkehrpotential ist: 0 mV bei Erregung, −100 mV bei Hemmung. Je näher, desto weniger: Eingänge können sich nicht endlos addieren.',
        current:
            'Was fließt, fragt nicht nach v: Jeder Spike zählt gleich viel, wo v auch ist. So addieren sich Eingänge ohne Ende, und Hemmung kann v unter ihr Umkehrpotential ziehen. Kein Netz hier hat solche Synapsen; sie dienen dem Vergleich.',
    },
    whyButton: 'Warum 100 ms und nicht 20?',
    whySays:
        'Ein weißes Pixel feuert 63,75-mal je Sekunde, zu zufälligen Zeiten. In 20 ms ist das kaum mehr als ein Spike: Das Potential sagt, wann der letzte kam. In 100 ms sind es sechs: Das Potential sagt, wie hell das Pixel ist. Die Mittel gleichen sich, die Streuung nicht.',
    weightOfSpike: 'Gewicht des Spikes',
    poissonInputs: 'Poisson-Eingänge',
    poissonHertz: 'Ihre Rate (Hz)',
    poissonWeight: 'Ihr Gewicht',
    poissonSeed: 'Startwert ihres Rauschens',
    besideTau: 'Zeitkonstante einer zweiten Zelle (ms), 0: keine',
    poissonPlot: 'Spikes der Poisson-Eingänge',
    vPlot: 'Membranpotential v',
    thresholdName: 'Schwelle',
    tauIs: (tau) => `${plain(tau)} ms`,
    gPlot: 'Leitwerte, Vielfache des Lecks',
    excitatory: 'erregend',
    inhibitory: 'hemmend',
    tauHead: 'Zeitkonstante',
    spikesHead: 'Spikes',
    peakHead: 'Spitze (mV)',
    meanHead: 'Mittel (mV)',
    spreadHead: 'Streuung (mV)',
    withinHead: 'Eingänge in dieser Zeit',
    membraneTable: 'Die Membran als Tabelle, alle 10 ms',
    membraneHead: ['t (ms)', 'v (mV)', 'Schwelle', 'erregend', 'hemmend'],
    cellParameters: 'Alle Parameter der Zelle',
};
