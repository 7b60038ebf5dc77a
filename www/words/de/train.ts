/** German: every word of the training view. */

import type { Finding } from '../../../pkg/stdp_digits.js';
import type { Words } from '../en/train.ts';
import { faults } from './faults.ts';
import { meanings } from './meanings.ts';

const number = new Intl.NumberFormat('de');
const whole = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('de', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('de', { notation: 'standard' });
const date = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short' });

const some = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`;
const decimal = (value: number, places: number) => value.toFixed(places).replace('-', '−').replace('.', ',');
/** @param answer '' for none */
const read = (answer: string) => (answer === '' ? 'unentschieden' : `gelesen als ${answer}`);

/** What a finding of the library means, and what to do about it. */
function sentence(finding: Finding): string {
    switch (finding.kind) {
        case 'restless':
            return `${finding.cells} von ${finding.of} Zellen feuern ganz ohne Eingang: Ihre Schwellen sind zu tief gesunken. Schalte theta.scale_with_n ein, oder erhöhe theta.plus oder theta.tau.`;
        case 'dead':
            return `${finding.cells} von ${finding.of} Zellen haben alle Gewichte verloren: Synapsen werden zu schnell schwächer. Senke die Raten der Regel.`;
        case 'alike':
            return `Alle Zellen haben dasselbe gelernt (mittlerer Kosinus ${decimal(finding.likeness, 2)}): Die Hemmung ist zu schwach oder kommt zu spät. Erhöhe w_inh_exc.`;
        case 'unformed':
            return `Die Felder haben sich noch kaum gebildet (mittlerer Kosinus ${decimal(finding.likeness, 2)}; zufällige Gewichte haben 0,75). Zeige mehr Bilder, oder erhöhe die Lernrate.`;
        case 'idle':
            return `${finding.cells} von ${finding.of} Zellen haben lange nicht gefeuert: zu wenige Bilder für so viele Zellen, oder theta.plus ist so klein, dass immer dieselben gewinnen.`;
        case 'silent':
            return `${finding.cells} von ${finding.of} Zellen blieben beim Benennen still: Benenne mit mehr Bildern, oder senke theta.plus.`;
        case 'too-few-spikes':
            return `${decimal(finding.spikes, 1)} Spikes je Bild, und ein Blick braucht ${finding.least}: Die meisten Bilder werden immer wieder gezeigt. Die Schwellen sind zu hoch (theta.plus) oder die Gewichte zu klein (w_norm).`;
        case 'too-many-spikes':
            return `${finding.spikes.toFixed(0)} Spikes je Bild; üblich sind 5 bis 100. Zu viele Zellen antworten zugleich: Erhöhe w_inh_exc, oder trainiere länger.`;
        case 'shown-again':
            return `${whole.format(finding.share)} der Bilder mussten heller noch einmal gezeigt werden: Wenige Zellen antworten. Die Schwellen sind zu hoch (theta.plus, theta.tau), die Gewichte zu klein (w_norm) oder die Hemmung zu stark (w_inh_exc).`;
        case 'missing-digits':
            return `Für ${finding.digits.join(', ')} steht keine Zelle: zu wenige Zellen, oder zu wenige benannte Bilder.`;
    }
}

export const words: Words = {
    faults,
    decimal: (value, places = 1) => decimal(value, places),
    percent: (share) => tenths.format(share),
    short: (value) => compact.format(value),

    lead: 'Aus leeren Zellen werden Ziffern: niemand sagt ihnen, was sie sehen. Starte, sieh die Felder wachsen, und zeichne daneben, wann du willst.',
    runTitle: 'Training',
    start: 'Start',
    startNew: 'Neuen Lauf starten',
    resume: 'Weiter',
    pause: 'Pause',
    step: 'Ein Bild',
    reset: 'Von vorn',
    pace: 'Tempo',
    paceOf: (pace) =>
        pace === 0
            ? 'Zeitlupe: jeder Spike'
            : pace === Infinity
              ? 'so schnell es geht'
              : `${some(pace, 'Bild', 'Bilder')} je Sekunde`,
    stopAt: 'Anhalten bei Bild',
    theEnd: 'dem letzten',
    progressLabel: 'Gelernte Bilder',
    progress: (images, total) => `${number.format(images)} von ${some(total, 'Bild', 'Bildern')}`,
    rate: (rate, left) =>
        `${number.format(Math.round(rate))} Bilder/s${left === null ? '' : left < 90 ? `, noch ${Math.ceil(left)} s` : `, noch ${Math.ceil(left / 60)} min`}`,
    waiting: 'wartet auf Bilder, die noch geholt werden',
    done: 'fertig',
    runName: ({ config, images, seed }) =>
        `${some(config.neurons ?? 400, 'Zelle', 'Zellen')}${config.front_end === 'edges' ? ', die Kanten sehen' : ''}, ${number.format(images)} Bilder, Startwert ${seed}`,
    goesOn: (name, images) => `Dein Lauf „${name}“ geht weiter, wo er war, bei Bild ${number.format(images)}.`,
    isBack: (name) => `Dein Lauf „${name}“ ist wieder da.`,
    copyOf: (name) => `${name} (Kopie)`,
    elsewhere: 'Dieser Lauf ist in einem anderen Tab offen; dieser Tab arbeitet an einer Kopie.',
    gone: 'Dieser Lauf war im Speicher des Browsers nicht zu lesen; vielleicht wurde er in einem anderen Tab gelöscht.',
    silentStore: 'sein Speicher (IndexedDB) antwortet nicht.',
    cannotKeep: (why) =>
        `Dieser Browser behält gerade nichts, also auch diesen Lauf nicht: das Training geht weiter, aber speichere das Modell als Datei, bevor du gehst. Grund: ${why}`,
    noWorkers: (why) =>
        `Das Training wurde nicht geladen (${why}). Prüfe die Verbindung und öffne diese Seite noch einmal.`,
    noImages: (why) =>
        `Die nächsten Bilder kamen nicht, darum hält der Lauf an; verloren ist nichts. Start versucht es noch einmal. Grund: ${why}`,
    ill: ({ ailment, images, findings }, good) =>
        `${ailment === 'silent' ? 'Keine Zelle antwortet mehr' : 'Alle Zellen feuern bei jedem Bild'}, darum hat der Lauf nach ${some(images, 'Bild', 'Bildern')} von selbst angehalten; das Netz steht, wie es zuletzt gesund war, bei Bild ${number.format(good)}. ${findings.length > 0 ? findings.map(sentence).join(' ') : 'Ändere eine Konstante und beginne einen neuen Lauf.'}`,
    notMeasured: (why) => `Die Genauigkeit war nicht zu messen. Grund: ${why}`,
    noHeldOut: (why) => `Die zurückgehaltenen Bilder kamen nicht, also ist keines zu sehen. Grund: ${why}`,
    finding: sentence,
    badCells: (found, least, most) => `${found} Zellen sind hier nicht möglich: Wähle ${least} bis ${most}.`,
    copied: 'Der Befehl ist kopiert.',

    setupTitle: 'Der Lauf',
    setupText: 'Dieselben Einstellungen ergeben dasselbe Netz, Bit für Bit, hier und im Kommandozeilenprogramm.',
    frontEnd: 'Die Zellen sehen',
    frontEnds: { pixels: 'Bildpunkte', edges: 'Kanten' },
    frontEndSays: {
        pixels: 'Bildpunkte: Jeder der 784 Eingänge ist ein Bildpunkt des aufgerichteten Bildes. Darum ist das Feld einer Zelle ein Bild.',
        edges: 'Kanten: Jeder der 784 Eingänge ist eine Kante in einer von vier Richtungen, – / | \\, an einem von 14 × 14 Plätzen des Bildes, das aufgerichtet und auf eine Größe gebracht ist. So liest das Netz mehr, vor allem von dem, was andere zeichnen. Ein Feld erscheint als die Striche, für die seine Kanten stehen.',
    },
    neurons: 'Zellen, 4 bis 1600',
    rule: 'Lernregel',
    rules: {
        triplet: 'Triplett (veröffentlichter Code)',
        power_law: 'Potenzgesetz (Artikel)',
        exponential: 'exponentiell (Artikel)',
        pre_post: 'Pre und Post (Artikel)',
        pair: 'einfache Paar-STDP',
    },
    data: 'Trainingsbilder',
    symbolsData: (names, images) => `${number.format(images)} Kopien von ${names.join(', ')}`,
    amount: (amount) => `die ersten ${number.format(amount)}`,
    passes: 'Durchgänge',
    seed: 'Startwert',
    allConstants: (changed) => (changed === 0 ? 'Alle Konstanten' : `Alle Konstanten; ${changed} geändert`),
    constantsText:
        'Jede, wie die Bibliothek sie beschreibt (auf Englisch), mit den Werten aus Artikel und veröffentlichtem Code.',
    groups: {
        '': 'Netz und Bilder',
        rule: 'Lernregel',
        theta: 'Anpassung der Schwelle',
        exc: 'Erregende Zellen',
        inh: 'Hemmende Zellen',
    },
    meaning: (key) => meanings[key] ?? '',
    usually: (value) =>
        `Sonst ${typeof value === 'boolean' ? (value ? 'an' : 'aus') : String(value).replace('-', '−').replace('.', ',')}.`,

    fieldsTitle: 'Wonach jede Zelle sucht',
    fieldsText:
        'Jede Kachel zeigt die 784 Synapsen einer Zelle, Bildpunkte, wie sie sind, Kanten als die Striche, für die sie stehen: was hervortritt, ist stark. Die kleine Zahl ist die Ziffer, auf die die Zelle am meisten antwortet; das stellt sich erst danach heraus.',
    fieldsLabel: 'Die rezeptiven Felder aller Zellen, während sie lernen.',
    inputLabel:
        'Was die Zellen von dem Bild sehen, von dem gelernt wird, Bildpunkte oder Kanten als Striche, mit den Spikes der Eingangszellen.',
    shown: (label) =>
        `Das sieht es gerade. Zellen, die feuern, sind umrahmt; wie es heißt, ${label}, sagt ihnen niemand.`,
    shownNot: 'Wähle ein langsameres Tempo oder „Ein Bild“, um jeden Spike zu sehen.',
    synapseText:
        'Klicke auf einen Bildpunkt eines Feldes, oder nenne ihn: Das Labor zeigt, was eines der nächsten Bilder mit dieser Synapse macht.',
    synapseTextEdges:
        'Klicke auf einen Strich eines Feldes, oder nenne eine Kante: Das Labor zeigt, was eines der nächsten Bilder mit dieser Synapse macht. Es gibt 14 × 14 Plätze mit Kanten in vier Richtungen; ein Klick nimmt die stärkste Kante an seinem Platz.',
    synapseCell: 'Zelle',
    synapseRow: 'Zeile',
    synapseColumn: 'Spalte',
    synapseDirection: 'Kante, die verläuft',
    directions: ['waagrecht', 'nach rechts oben', 'senkrecht', 'nach rechts unten'],
    synapseOpen: 'Diese Synapse ins Labor',
    synapseSilent: (cell) =>
        `Zelle ${cell} feuert bei keinem der nächsten Bilder, also geschieht ihren Synapsen nichts. Nimm eine andere.`,
    accuracyTitle: 'Was es lesen kann',
    measuring: 'wird gemessen…',
    notYet: 'noch nicht gemessen',
    accuracy: (share) => tenths.format(share),
    accuracyPlan: 'Unterwegs gemessen, an 1.000 Ziffern, von denen es nie lernt.',
    accuracyText: ({ correct, shown, undecided, images, labelled }) =>
        `${number.format(correct)} von ${number.format(shown)} zurückgehaltenen Ziffern richtig gelesen nach ${some(images, 'Bild', 'Bildern')}, ${undecided} unentschieden. Benannt werden die Zellen durch die ersten ${number.format(labelled)} Trainingsbilder, an einer Kopie.`,
    axisImages: 'gelernte Bilder',
    axisRight: 'richtig (%)',
    tryTitle: 'Probiere es, während es lernt',
    padLabel:
        'Zeichenfläche. Zeichne eine Ziffer mit Maus, Finger oder Stift; mit der Tastatur bewege dich mit den Pfeiltasten, die Leertaste senkt und hebt den Stift.',
    drawHere: 'Zeichne eine Ziffer, oder nimm eine, von der es nie lernt.',
    cannotVote: 'Seine Zellen haben noch keine Namen.',
    voted: ({ digit, votes, spikes }, name) =>
        digit === null
            ? `Nicht sicher, nach ${some(spikes, 'Spike', 'Spikes')}.`
            : `Das Netz, wie es jetzt ist, liest das als ${name}: ${votes[digit]} von ${some(spikes, 'Spike', 'Spikes')} stimmten für sie.`,
    votesFor: (name) => `Stimmen für ${name}`,
    clear: 'Löschen',
    anyDigit: 'Testziffer nehmen',

    healthTitle: 'Wie es ihm geht',
    spikes: 'Spikes je Bild, zuletzt',
    retried: 'Mehr als ein Blick, zuletzt',
    silent: 'Stumm in den letzten 500 Bildern',
    unnamed: 'Stumm beim Benennen',
    alike: 'Ähnlichstes Paar',
    ofCells: (count, cells) => `${number.format(count)} von ${some(cells, 'Zelle', 'Zellen')}`,
    pair: (a, b, cosine) => `Zellen ${a} und ${b}, Kosinus ${decimal(cosine, 2)}`,
    untaught:
        'Noch ist nichts gelernt. Schon die Zuordnung allein bringt etwa die Hälfte: Auch Zufallszellen haben Lieblingsziffern.',
    useOnDraw: 'Beim Zeichnen benutzen',
    usedOnDraw: (name) =>
        `Jetzt liest dein Netz „${name}“. Ein anderes wählst du unter Vergleichen; der Lauf wartet unter Trainieren.`,
    notBegun: 'Noch kein Bild.',
    healthy: 'Nichts ist auffällig.',

    breakTitle: 'Mach es kaputt',
    breakText:
        'Ein Schalter nimmt einen Teil aus einer Kopie heraus, die neben dem ganzen Netz von denselben Bildern lernt. Wozu ist jeder Teil da?',
    parts: {
        inhibition: 'Keine Hemmung',
        threshold: 'Keine Anpassung der Schwelle',
        normalisation: 'Keine Normierung',
        depression: 'Keine Abschwächung',
        rest: 'Keine Pause',
    },
    lookFor: {
        inhibition:
            'Niemand wird zum Schweigen gebracht: die Zellen feuern gemeinsam bei jedem Bild; so hat keine ein Bild für sich, und ihre Felder bleiben Rauschen oder werden ein und derselbe Fleck.',
        threshold: 'Nichts hält Gewinner zurück: wenige Zellen gewinnen immer wieder, die anderen lernen nie.',
        normalisation:
            'Die Gewichte einer Zelle ergeben nicht mehr dieselbe Summe: wer viel feuert, wird dick, und Zellen sind nicht mehr vergleichbar.',
        depression:
            'Eingänge, die zur falschen Zeit kommen, verlieren nicht mehr: achte auf Flecken, die bleiben. Mit Normierung schrumpfen sie trotzdem, wenn anderes wächst.',
        rest: 'Das nächste Bild kommt sofort, nicht nach 150 ms: Spikes, die noch unterwegs sind, gehen verloren, und was sie gelehrt hätten. Achte auf eine Kurve, die zurückbleibt, wenn auch nur wenig: jeder Blick beginnt wie vorher in Ruhe.',
    },
    network: 'Netz',
    wholeOne: 'ganz, links',
    brokenOne: (parts) =>
        parts.length > 0 ? `die Kopie: ${parts.join(', ').replace(/Keine/g, 'keine')}` : 'die Kopie, repariert',
    brokenCopy: 'kaputte Kopie',
    brokenLabel: 'Die rezeptiven Felder der kaputten Kopie, während sie lernt.',
    mend: 'Vergleich beenden',

    handTitle: 'Gib den Zellen selbst Namen',
    handText:
        'Zellen lernen ohne Namen; ein Name ist, worauf sie nach jemandes Wort antworten. Zeichne eine Ziffer, sieh, welche Zellen antworten, und sage, was es war, ein paar Mal für jede. Jede Zeichnung wird ihnen 20-mal gezeigt, ein wenig verschoben und gedreht.',
    handPad:
        'Zeichenfläche zum Benennen der Zellen. Mit der Tastatur bewege dich mit den Pfeiltasten, die Leertaste senkt und hebt den Stift.',
    handDraw: 'Zeichne erst eine Ziffer.',
    handLater: 'Namen gibt man, wenn der Lauf steht und gemessen ist.',
    handNobody: 'Keine Zelle antwortet darauf.',
    handAnswers: (answers) =>
        `${some(answers.length, 'Zelle antwortet', 'Zellen antworten')}, oben umrahmt: ${answers
            .slice(0, 4)
            .map(([cell, spikes]) => `Zelle ${cell} mit ${some(spikes, 'Spike', 'Spikes')}`)
            .join(', ')}${answers.length > 4 ? '…' : '.'}`,
    handIs: 'Das ist',
    handForget: 'Alle Zeichnungen vergessen',
    handDrawings: (drawings) =>
        `Gezeichnet hast du: ${drawings.map(({ name, count }) => `${name} ${count}-mal`).join(', ')}.`,
    handBy: 'Benannt von dir',
    handAutomatic: (images) => `Benannt durch ${some(images, 'Bild', 'Bilder')} mit Namen`,
    handNamed: 'Zellen mit Namen',
    handSame: 'Von deinen wie in der anderen Spalte',
    handShow: 'Meine Namen auf den Feldern zeigen',

    symbolsTitle: 'Deine eigenen Zeichen',
    symbolsText:
        'Zeichne ein Zeichen, benenne es, füge es hinzu, jedes ein paar Mal, oder lass Bilder von Zeichen hier fallen; dann lernen 40 leere Zellen sie in Sekunden, aus 400 verschobenen, gedrehten und verdickten Kopien; mit Ziffern darunter lernen 100 Zellen aus 4.000. Alles bleibt in diesem Browser.',
    symbolsPad:
        'Zeichenfläche für Zeichen. Mit der Tastatur bewege dich mit den Pfeiltasten, die Leertaste senkt und hebt den Stift.',
    symbolName: 'Name des Zeichens',
    symbolPictures: 'Bilder hinzufügen…',
    symbolMix: 'Gemischt mit den Ziffern',
    symbolAdd: 'Zeichnung hinzufügen',
    symbolLine: (name, count) => `${name}: ${some(count, 'Zeichnung', 'Zeichnungen')}`,
    symbolDelete: (name) => `${name} löschen`,
    symbolsTrain: 'Damit trainieren',
    symbolsSave: 'Als Datei speichern',
    symbolsOpen: 'Datei öffnen…',
    nameIt: 'Gib dem Zeichen zuerst einen Namen.',
    drawIt: 'Zeichne zuerst das Zeichen, mehr als einen Punkt.',
    tooMany: (most) =>
        `Es gibt schon ${most} Zeichen, so viele, wie ein Netz hier unterscheiden kann: lösche zuerst eines.`,
    symbolsNotKept: (why) =>
        `Dieser Browser behält die Zeichen nicht (${why}): speichere sie als Datei, bevor du gehst.`,
    noSymbols: (name) => `${name} ist keine ganze Datei mit Zeichen, wie „Als Datei speichern“ sie schreibt.`,
    noCommand: 'Das Kommandozeilenprogramm hat solche Bilder nicht.',
    confusionTitle: 'Was womit verwechselt wird',
    confusionText: 'Zeilen: die gezeigte Ziffer. Spalten: was gelesen wurde. Eine Zahl öffnet die Ziffern dahinter.',
    readAs: 'Gelesen als',
    shownDigit: 'Gezeigte Ziffer',
    undecided: 'unentschieden',
    confusionCell: (digit, answer, count) => `${digit}, ${read(answer)}: ${count}`,
    confusionOpened: (digit, answer, count) =>
        `${some(count, 'zurückgehaltenes Bild', 'zurückgehaltene Bilder')}: ${digit}, ${read(answer)}`,
    lookAt: (held) => `Zurückgehaltene Ziffer ${held} auf die Zeichenfläche legen`,

    spreadTitle: 'Gewichte und Schwellen',
    weights: 'Gewichte über fast 0',
    theta: 'Anpassung der Schwellen (theta)',
    weightsLabel: (zero, rest) =>
        `Verteilung der Gewichte: ${number.format(rest)} Synapsen über fast 0, ${number.format(zero)} bei fast 0.`,
    thetaLabel: (least, most) => `Verteilung von theta von ${decimal(least, 1)} bis ${decimal(most, 1)} mV.`,
    spreadText: (zero) => `${number.format(zero)} weitere Synapsen sind fast 0 und weggelassen.`,

    runsTitle: 'Behalten',
    runsText:
        'Läufe werden laufend in diesem Browser gespeichert. Ein geschlossener Tab geht weiter, wo er war, Bit für Bit.',
    name: 'Name dieses Laufs',
    save: 'Jetzt speichern',
    digest: 'Prüfwert',
    open: 'Öffnen',
    compare: 'Vergleichen',
    delete: 'Löschen',
    removed: (name) => `„${name}“ ist gelöscht.`,
    undo: 'Rückgängig',
    runLine: ({ images, total, saved, points }) => {
        const last = points.at(-1);
        return `${number.format(images)} von ${number.format(total)} Bildern${last ? `, ${whole.format(last.correct / last.shown)} richtig` : ''}; ${date.format(saved)}`;
    },
    filesTitle: 'Dateien',
    saveModel: 'Modell speichern',
    saveCurve: 'Kurve (CSV)',
    saveFields: 'Felder (PNG)',
    saveConfusion: 'Verwechslungen (PNG)',
    openFile: 'Ein Modell öffnen, oder XeAe.npy und theta_A.npy…',
    filesText:
        'NumPy-Dateien sagen nicht, was die Zellen sehen: Sie werden geöffnet, wie das Formular es sagt, für Bildpunkte oder für Kanten.',
    brainTitle: 'Ein Netz in einem Link',
    brainText: 'Vier Bit je Gewicht statt 32, zusammengepresst: klein genug für eine Adresse.',
    brainButton: 'Link machen',
    brainMade: ({ link, correct, before, shown }, copied) =>
        `${copied ? 'Kopiert: ' : ''}${number.format(link.length)} Zeichen. Es liest ${tenths.format(correct / shown)} der zurückgehaltenen Ziffern, das Netz selbst ${tenths.format(before / shown)}.`,
    brainAddress: 'Der Link',
    fromLink: 'aus einem Link',
    miniTitle: 'Die Mini-Aufgabe: jede Synapse eine Zahl',
    miniText:
        'Sechs Muster aus 5 × 5 Pixeln, eine Handvoll Zellen, einfache Paar-STDP: die ganze Idee in einer Sekunde. Jede Tabelle enthält alle 25 Synapsen einer Zelle.',
    miniCells: 'Zellen',
    miniRun: 'Die sechs Muster lernen',
    miniDone: (right, looks) => `Fertig: ${right} von ${looks} Blicken beantwortete eine Zelle des gezeigten Musters.`,
    miniPatterns: { plus: 'Plus', cross: 'Kreuz', T: 'T', L: 'L', diamond: 'Raute', bars: 'Balken' },
    miniCell: (cell, name, done) => `Zelle ${cell}${name !== '' ? `: ${name}` : done ? ': stumm' : ''}`,
    commandTitle: 'Derselbe Lauf im Kommandozeilenprogramm',
    commandText: 'Er endet mit demselben Prüfwert.',
    copyCommand: 'Befehl kopieren',
};
