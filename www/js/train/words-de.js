/** German: every word of the training view. */

const number = new Intl.NumberFormat('de');
const whole = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('de', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('de', { notation: 'standard' });
const date = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short' });

/** @param {number} count @param {string} one @param {string} many */
const some = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;
/** @param {number} value @param {number} places */
const decimal = (value, places) => value.toFixed(places).replace('-', '−').replace('.', ',');
/** @param {number} answer 10: undecided */
const read = (answer) => (answer === 10 ? 'unentschieden' : `gelesen als ${answer}`);

/** @type {import('./words-en.js').Words} */
export const de = {
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
    paceOf: (pace) => (pace === 0 ? 'Zeitlupe: jeder Spike' : pace === Infinity ? 'so schnell es geht' : `${some(pace, 'Bild', 'Bilder')} je Sekunde`),
    stopAt: 'Anhalten bei Bild',
    theEnd: 'dem letzten',
    progressLabel: 'Gelernte Bilder',
    progress: (images, total) => `${number.format(images)} von ${some(total, 'Bild', 'Bildern')}`,
    rate: (rate, left) => `${number.format(Math.round(rate))} Bilder/s${left === null ? '' : left < 90 ? `, noch ${Math.ceil(left)} s` : `, noch ${Math.ceil(left / 60)} min`}`,
    waiting: 'wartet auf Bilder, die noch geholt werden',
    done: 'fertig',
    runName: ({ config, images, seed }) => `${some(config.neurons ?? 400, 'Zelle', 'Zellen')}, ${number.format(images)} Bilder, Startwert ${seed}`,
    goesOn: (name, images) => `Dein Lauf „${name}“ geht weiter, wo er war, bei Bild ${number.format(images)}.`,
    copyOf: (name) => `${name} (Kopie)`,
    elsewhere: 'Dieser Lauf ist in einem anderen Tab offen; dieser Tab arbeitet an einer Kopie.',
    gone: 'Dieser Lauf war im Speicher des Browsers nicht zu lesen; vielleicht wurde er in einem anderen Tab gelöscht.',
    cannotKeep: (why) => `Dieser Browser behält gerade nichts (${why}): das Training geht weiter, aber speichere das Modell als Datei, bevor du gehst.`,
    noWorkers: (why) => `Das Training wurde nicht geladen (${why}). Prüfe die Verbindung und öffne diese Seite noch einmal.`,
    noImages: (why) => `Die nächsten Bilder kamen nicht, darum hält der Lauf an; verloren ist nichts. Start versucht es noch einmal. Grund: ${why}`,
    notMeasured: (why) => `Die Genauigkeit war nicht zu messen. Grund: ${why}`,
    badCells: (found, least, most) => `config: neurons is ${found}, expected ${least} to ${most}`,
    copied: 'Der Befehl ist kopiert.',

    setupTitle: 'Der Lauf',
    setupText: 'Dieselben Einstellungen ergeben dasselbe Netz, Bit für Bit, hier und im Kommandozeilenprogramm.',
    neurons: 'Zellen, 4 bis 1600',
    rule: 'Lernregel',
    rules: { triplet: 'Triplett (veröffentlichter Code)', power_law: 'Potenzgesetz (Artikel)', exponential: 'exponentiell (Artikel)', pre_post: 'Pre und Post (Artikel)', pair: 'einfache Paar-STDP' },
    data: 'Trainingsbilder',
    amount: (amount) => `die ersten ${number.format(amount)}`,
    passes: 'Durchgänge',
    seed: 'Startwert',
    allConstants: (changed) => (changed === 0 ? 'Alle Konstanten' : `Alle Konstanten; ${changed} geändert`),
    constantsText: 'Jede, wie die Bibliothek sie beschreibt (auf Englisch), mit den Werten aus Artikel und veröffentlichtem Code.',
    groups: { '': 'Netz und Bilder', rule: 'Lernregel', theta: 'Anpassung der Schwelle', exc: 'Erregende Zellen', inh: 'Hemmende Zellen' },
    usually: (value) => `Sonst ${typeof value === 'boolean' ? (value ? 'an' : 'aus') : String(value).replace('-', '−').replace('.', ',')}.`,

    fieldsTitle: 'Wonach jede Zelle sucht',
    fieldsText: 'Jede Kachel zeigt die 784 Synapsen einer Zelle: was hervortritt, ist stark. Die kleine Zahl ist die Ziffer, auf die die Zelle am meisten antwortet; das stellt sich erst danach heraus.',
    fieldsLabel: 'Die rezeptiven Felder aller Zellen, während sie lernen.',
    inputLabel: 'Das Bild, von dem gelernt wird, mit den Spikes seiner Eingangszellen.',
    shown: (label) => `Das sieht es gerade. Zellen, die feuern, sind umrahmt; dass es eine ${label} ist, sagt ihnen niemand.`,
    shownNot: 'Wähle ein langsameres Tempo oder „Ein Bild“, um jeden Spike zu sehen.',
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
    padLabel: 'Zeichenfläche. Zeichne eine Ziffer mit Maus, Finger oder Stift; mit der Tastatur nimm eine Testziffer.',
    drawHere: 'Zeichne eine Ziffer, oder nimm eine, von der es nie lernt.',
    cannotVote: 'Seine Zellen haben noch keine Namen.',
    voted: ({ digit, votes, spikes }) =>
        digit === null ? `Nicht sicher, nach ${some(spikes, 'Spike', 'Spikes')}.` : `Das Netz, wie es jetzt ist, liest eine ${digit}: ${votes[digit]} von ${some(spikes, 'Spike', 'Spikes')} stimmten für sie.`,
    votesFor: (digit) => `Stimmen für ${digit}`,
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
    healthy: 'Nichts ist auffällig.',

    breakTitle: 'Mach es kaputt',
    breakText: 'Ein Schalter nimmt einen Teil aus einer Kopie heraus, die neben dem ganzen Netz von denselben Bildern lernt. Wozu ist jeder Teil da?',
    parts: { inhibition: 'Keine Hemmung', threshold: 'Keine Anpassung der Schwelle', normalisation: 'Keine Normierung', depression: 'Keine Abschwächung' },
    lookFor: {
        inhibition: 'Niemand wird zum Schweigen gebracht: alle Zellen feuern bei jedem Bild, und ihre Felder werden ein und derselbe Fleck.',
        threshold: 'Nichts hält Gewinner zurück: wenige Zellen gewinnen immer wieder, die anderen lernen nie.',
        normalisation: 'Die Gewichte einer Zelle ergeben nicht mehr dieselbe Summe: wer viel feuert, wird dick, und Zellen sind nicht mehr vergleichbar.',
        depression: 'Eingänge, die zur falschen Zeit kommen, verlieren nicht mehr: achte auf Flecken, die bleiben. Mit Normierung schrumpfen sie trotzdem, wenn anderes wächst.',
    },
    network: 'Netz',
    wholeOne: 'ganz, links',
    brokenOne: (parts) => (parts.length > 0 ? `die Kopie: ${parts.join(', ').replace(/Keine/g, 'keine')}` : 'die Kopie, repariert'),
    brokenCopy: 'kaputte Kopie',
    brokenLabel: 'Die rezeptiven Felder der kaputten Kopie, während sie lernt.',
    mend: 'Vergleich beenden',

    confusionTitle: 'Was womit verwechselt wird',
    confusionText: 'Zeilen: die gezeigte Ziffer. Spalten: was gelesen wurde. Eine Zahl öffnet die Ziffern dahinter.',
    shownDigit: 'Gezeigte Ziffer',
    undecided: 'unentschieden',
    confusionCell: (digit, answer, count) => `${digit}, ${read(answer)}: ${count}`,
    confusionOpened: (digit, answer, count) => `${some(count, 'zurückgehaltene Ziffer', 'zurückgehaltene Ziffern')}: eine ${digit}, ${read(answer)}`,
    lookAt: (held) => `Zurückgehaltene Ziffer ${held} auf die Zeichenfläche legen`,

    spreadTitle: 'Gewichte und Schwellen',
    weights: 'Gewichte über fast 0',
    theta: 'Anpassung der Schwellen (theta)',
    weightsLabel: (zero, rest) => `Verteilung der Gewichte: ${number.format(rest)} Synapsen über fast 0, ${number.format(zero)} bei fast 0.`,
    thetaLabel: (least, most) => `Verteilung von theta von ${decimal(least, 1)} bis ${decimal(most, 1)} mV.`,
    spreadText: (zero) => `${number.format(zero)} weitere Synapsen sind fast 0 und weggelassen.`,

    runsTitle: 'Behalten',
    runsText: 'Läufe werden laufend in diesem Browser gespeichert. Ein geschlossener Tab geht weiter, wo er war, Bit für Bit.',
    name: 'Name dieses Laufs',
    save: 'Jetzt speichern',
    digest: 'Prüfwert',
    open: 'Öffnen',
    compare: 'Vergleichen',
    delete: 'Löschen',
    runLine: ({ images, total, saved, points }) => {
        const last = points.at(-1);
        return `${number.format(images)} von ${number.format(total)} Bildern${last ? `, ${whole.format(last.correct / last.shown)} richtig` : ''}; ${date.format(saved)}`;
    },
    filesTitle: 'Dateien',
    saveModel: 'Modell speichern',
    saveCurve: 'Kurve (CSV)',
    saveFields: 'Felder (PNG)',
    openFile: 'Modell öffnen…',
    commandTitle: 'Derselbe Lauf im Kommandozeilenprogramm',
    commandText: 'Er endet mit demselben Prüfwert.',
    copyCommand: 'Befehl kopieren',
};
