/** German: every word of the page's frame and of its first view. */

import type { Words } from '../en/shell.ts';

const number = new Intl.NumberFormat('de');
const percent = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 0 });

const spikes = (count: number) => `${number.format(count)} ${count === 1 ? 'Spike' : 'Spikes'}`;
const cells = (count: number) => `${number.format(count)} ${count === 1 ? 'Zelle' : 'Zellen'}`;
/** Mitten im Satz. */
const inside = (reason: string) => reason.charAt(0).toLowerCase() + reason.slice(1);
const decimal = (value: number, places: number) => value.toFixed(places).replace('-', '−').replace('.', ',');

export const words: Words = {
    decimal,
    title: 'Spikende Zellen lesen deine Ziffer',
    lead: 'Niemand hat ihnen gesagt, was eine Ziffer ist: simulierte Gehirnzellen haben es durch Zusehen gelernt. Zeichne eine und sieh zu, wie sie abstimmen.',
    leadOf: (neurons, images) =>
        `Niemand hat ihnen gesagt, was eine Ziffer ist: ${number.format(neurons)} simulierte Gehirnzellen haben es an ${images > 0 ? number.format(images) : 'vielen'} Bildern gelernt. Zeichne eine und sieh zu, wie sie abstimmen.`,

    padTitle: 'Zeichne eine Ziffer',
    padLabel:
        'Zeichenfläche. Zeichne eine Ziffer mit Maus, Finger oder Stift; mit der Tastatur bewege dich mit den Pfeiltasten, die Leertaste senkt und hebt den Stift.',
    padHint: 'Hier eine Ziffer zeichnen',
    padAt: (column, row, inked) => `Spalte ${column}, Zeile ${row}: ${inked ? 'Tinte' : 'leer'}.`,
    penDown: (column, row) => `Stift gesenkt bei Spalte ${column}, Zeile ${row}.`,
    padImage: 'Ein Bild aus einer Datei.',
    padEmpty: 'Die Zeichenfläche ist leer.',
    padStrokes: (strokes, left, right, top, bottom) =>
        `Eine Zeichnung aus ${strokes} ${strokes === 1 ? 'Strich' : 'Strichen'}, von Spalte ${left} bis ${right} und Zeile ${top} bis ${bottom} von 28.`,
    penUp: 'Stift gehoben.',
    penDropped: 'Strich verworfen.',
    padErased: 'Ausradiert.',
    padSample: (digit) => `Eine ${digit} aus den MNIST-Testbildern`,
    doorsLabel: 'Wie es weitergeht',
    doors: {
        learn: 'Sieh 100 leeren Zellen beim Lernen zu (5\u00a0s)',
        symbols: 'Bring ihm dein eigenes Zeichen bei',
        lessons: 'Lektionen: wie es geht',
    },
    undo: 'Zurück',
    clear: 'Löschen',
    samples: 'Oder eine Testziffer, auch schwere',
    galleryOpen: '100 Ziffern…',
    galleryLabel: 'Testziffern',
    galleryShow: 'Zeige',
    galleryAll: 'alle',
    galleryHard: 'die schwersten',
    galleryDigit: (digit) => `jede ${digit}`,
    galleryTile: (digit, kind, right, looks) =>
        `Eine ${digit}, ${{ easy: 'immer gelesen', hard: `in ${right} von ${looks} Blicken gelesen`, misread: 'nie gelesen' }[kind]}`,
    gallerySays: (misread, hard, looks, correct) =>
        `Die schwersten wurden gesucht: × las das Netz mit 400 Zellen in ${looks} Blicken nie richtig (${misread}), ~ nur manchmal (${hard}). Von allen 10.000 Testziffern liest es ${percent.format(correct)}.`,
    galleryFailed: (why) => `Die Testziffern kamen nicht: ${why}.`,
    pictureFile: 'Bild…',
    pictureWays: 'oder herziehen, einfügen',
    badPicture: {
        none: (name) =>
            `${name || 'Das'} ist kein Bild, das dieser Browser öffnen kann: nimm eine PNG- oder JPEG-Datei.`,
        large: (name) => `${name || 'Das'} ist größer als 64 MB: nimm ein kleineres Bild.`,
        empty: (name) =>
            `Nichts in ${name || 'diesem Bild'} hebt sich als Ziffer ab: nimm eines mit einer einzigen Ziffer auf gleichmäßigem Grund.`,
        hidden: (name) =>
            `Dieser Browser verbirgt die Pixel von ${name || 'Bildern'} vor der Seite, als Schutz vor Fingerprinting: erlaube hier Canvas-Daten, oder zeichne die Ziffer.`,
        failed: (name, why) => `${name || 'Dieses Bild'} war nicht zu lesen: ${why}.`,
    },
    sample: (digit) => `Testziffer ${digit}`,

    inputTitle: 'Sie wird zu Spikes',
    inputText:
        'Erst wird das Bild gerade gerückt. Dann eine Zelle je Bildpunkt, 28 × 28: Tinte lässt sie zufällig feuern, je mehr, desto öfter.',
    inputTitleEdges: 'Kanten werden zu Spikes',
    inputTextEdges:
        'Deine Zeichnung wird gerade gerückt, auf eine Größe gebracht und nach Kanten in vier Richtungen abgesucht. Jede hat eine Zelle, die zufällig feuert: je stärker die Kante, desto schneller.',
    inputLabel: 'Das Bild aus 28 mal 28 Punkten, das das Netz bekommt, mit den Spikes seiner Eingangszellen.',
    inputLabelEdges:
        'Deine Zeichnung, gerade gerückt, mit einem kurzen Strich für jede Kante darin, in vier Richtungen. Ein Strich blitzt auf, wenn seine Zelle feuert.',
    inputRate: (rate, sees) => `${sees === 'edges' ? 'Stärkste Kante' : 'Volle Tinte'}: ${decimal(rate, 2)} Spikes/s`,
    inputCount: (count) => `bisher ${spikes(count)}`,

    lessonTitle: 'Ändern, was es sieht',
    lessonText:
        'Das Netz lernte von Ziffern, die alle zentriert und gleich groß waren; deine wird ebenso gemacht. Sieh, was geschieht, wenn nicht. Testziffern kamen zentriert und skaliert.',
    lessonTextEdges:
        'Dieses Netz rückt selbst gerade, was es bekommt, und bringt es an einen Platz und auf eine Größe. Verschieben ändert hier also wenig; stark drehen, verdicken und rauschen schon. Mit Pixeln zählt auch das Verschieben.',
    lessonReset: 'Wie üblich',
    centre: 'Zentrieren',
    scale: 'Skalieren',
    sliders: { x: 'Rechts', y: 'Tiefer', rotate: 'Drehen', thicken: 'Verdicken', noise: 'Rauschen' },
    sliderValue: (name, value) =>
        `${String(value).replace('-', '−').replace('.', ',')}\u00a0${{ x: 'px', y: 'px', rotate: '°', thicken: 'px', noise: '%' }[name]}`,

    modelsTitle: 'Netze',
    modelsText:
        'Dieselben Regeln mit weniger oder mehr Zellen. Auch dein eigenes Netz geht: eine .safetensors-Datei dieses Programms, oder XeAe.npy und theta_A.npy des veröffentlichten Codes zusammen.',
    modelLabel: 'Dieses liest',
    model: (neurons, sees) => cells(neurons) + (sees === 'pixels' ? ', Pixel' : ''),
    modelFile: 'Datei öffnen…',
    modelOnItsWay: 'Netz unterwegs',
    bytes: (loaded, total) =>
        total > 0
            ? `${number.format(Math.round(loaded / 1000))} von ${number.format(Math.round(total / 1000))} kB`
            : `${number.format(Math.round(loaded / 1000))} kB`,
    cancel: 'Abbrechen',
    faults: async () => (await import('./faults.ts')).faults,
    badModel: {
        none: (name) =>
            `${name} ist kein Netz: erwartet wird eine .safetensors-Datei, oder XeAe.npy und theta_A.npy zusammen.`,
        pair: () =>
            'Diese NumPy-Dateien sind kein ganzes Netz: wähle Gewichte (XeAe.npy) und Schwellen (theta_A.npy) zusammen, und labels.npy, wenn es sie gibt.',
        unnamed: (name) =>
            `Die Zellen von ${name} haben noch keine Namen, und die Trainingsziffern, die sie benennen würden, kamen nicht: nimm labels.npy dazu, oder benenne sie mit stdp-digits label.`,
        large: (name) => `${name} ist größer als 256 MB: so groß ist kein Netz, das hier läuft.`,
        failed: (name, why) => `${name} war nicht zu öffnen, das Netz bleibt, wie es war: ${why}.`,
    },
    seesLabel: 'Was das Netz sieht',
    seesPixels: 'Pixel (wie im Artikel)',
    seesEdges: 'Kanten',
    seesText:
        'Pixel: wie im Artikel. Kanten: einen Schritt näher an der Sehrinde, und besser bei Zeichnungen von Menschen.',
    seesCompare: 'Vergleichen',
    seesCompareHint: 'Das andere danebenstellen, mit derselben Zeichnung',
    edgeAt: (way, row, column) => `Kante ${way} in Zeile ${row}, Spalte ${column}`,
    pixelAt: (row, column) => `Bildpunkt in Zeile ${row}, Spalte ${column}`,
    compareLabel: 'Vergleichen mit',
    compareNone: 'keinem',
    compareCaption: 'Spikes, und wie wahrscheinlich jede Ziffer am Ende ist',
    duelHead: (neurons, digit, sees) =>
        `${cells(neurons)}${{ pixels: ', Pixel', edges: ', Kanten' }[sees] ?? ''}: ${digit}`,
    share: (share) => whole.format(share),
    duel: (first, second, why = []) => {
        const says = (digit: number | null, reason = '') =>
            digit === null ? `ist nicht sicher${reason && ` (${inside(reason)})`}` : `liest eine ${digit}`;
        return first === second && why[0] === why[1]
            ? first === null
                ? `Keines ist sicher${why[0] ? ` (${inside(why[0])})` : ''}.`
                : `Beide lesen eine ${first}.`
            : `Das erste ${says(first, why[0])}, das zweite ${says(second, why[1])}.`;
    },

    fieldsTitle: 'Zellen im Wettstreit',
    fieldsText:
        'Jede Kachel zeigt, wonach eine Zelle zu suchen gelernt hat. Eine Zelle, die feuert, leuchtet in der Farbe ihrer Ziffer auf und hemmt für einen Moment alle anderen.',
    fieldsTextEdges:
        'Jede Kachel ist die Form, die eine Zelle gelernt hat; + zeigt ihre Kanten. Feuert sie, leuchtet sie in der Farbe ihrer Ziffer auf und hemmt alle anderen.',
    fieldsLabel:
        'Die rezeptiven Felder aller Zellen, geordnet nach der Ziffer, für die jede steht. Zellen, die feuern, leuchten auf.',
    fieldsCount: (count, fired, hushes) =>
        `${spikes(count)} von ${cells(fired)}, beantwortet von ${spikes(hushes)} hemmender Zellen`,

    fieldsTools: 'Wie die Zellen gezeigt werden',
    fieldsColour: 'Farbig',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    zoomWhole: 'Alle',
    fieldName: (cell, digit, count) =>
        `Zelle ${cell}: ${digit < 0 ? 'keine Ziffer' : `eine ${digit}`}, ${spikes(count)}.`,

    votesTitle: 'Jeder Spike ist eine Stimme',
    ballot: (cell, digit, ms) => `Zelle ${cell} stimmt nach ${decimal(ms, 1)} ms für ${digit}`,
    attract: 'So wird eine 2 gelesen – tippe irgendwohin, um selbst zu zeichnen',
    yourTurn: 'Du bist dran: zeichne eine Ziffer',
    wasRight: 'Richtig',
    wasDigit: 'Es war eine …',
    wasDigitLabel: 'Welche Ziffer es war',
    score: (right, total) => `Von deinen ${total} hat es ${right} gelesen.`,
    scoreKept: 'Nur in diesem Browser gezählt',
    clip: 'Als Film speichern',
    clipPicture: 'Als Bild speichern',
    noFilm: 'Dieser Browser kann keine Filme aufnehmen',
    stageLabel: 'Das Rennen',
    drawerLabel: 'Was dahintersteckt',
    tabs: {
        why: 'Warum?',
        cell: 'Diese Zelle',
        spikes: 'Jeder Spike',
        input: 'Was es sieht',
        compare: 'Vergleichen',
        chance: 'Zufall und Sicherheit',
        all: 'Alles',
    },
    paceSlow: 'langsam',
    paceReal: 'Echtzeit',
    tellCharge: (count, look) =>
        look > 1
            ? `Ein hellerer Blick: Funken laden alle ${number.format(count)} Zellen noch einmal. Welche ist zuerst so weit?`
            : `Funken aus deiner Tinte laden ${cells(count)}. Welche ist zuerst so weit?`,
    tellFire: (cell, others, digits, rest) =>
        `Zelle ${cell}${others > 0 ? ` und ${others} weitere feuern` : ' feuert'}${
            digits.length > 0 ? `, ${others > 0 ? 'stimmen' : 'stimmt'} für ${digits.join(' und ')}` : ', ohne Stimme'
        } – und ${others > 0 ? 'bringen' : 'bringt'} die anderen ${number.format(rest)} zum Schweigen.`,
    tellClimb: () => 'Die anderen steigen wieder. Wer ist die nächste?',
    tellRest: (count) => `Nur ${spikes(count)}: zu wenig. Es ruht und schaut dann noch einmal, heller.`,
    votesText:
        'für die Ziffer der Zelle, die ihn sendet. Ein Klick auf eine Ziffer sagt, warum; einer auf eine Stimme zeigt ihren Spike.',
    votesUnit: 'Spikes',
    spikes,
    cell: (cell) => `Zelle ${cell}`,
    pin: (cell) => `Zelle ${cell} beobachten`,
    whyTitle: (digit) => `Warum eine ${digit}?`,
    whyText:
        'Jedes Bild zeigt farbig, was eine Zelle gelernt hat, über deiner Tinte in Grau. Wo sich beide treffen, ist die Farbe voll.',
    whyTextEdges:
        'Jedes Bild zeigt die Kanten, die eine Zelle gelernt hat, über deiner Zeichnung in Grau. Wo deine Zeichnung dieselben Kanten hat, sind sie in voller Farbe; die Prozente sagen, wie viel vom Gelernten das ist.',
    whyMet: (share) => `${whole.format(share)} getroffen`,
    whySum: (counts, all) =>
        counts.length === 0
            ? 'Keine Zelle, die für sie steht, hat gefeuert.'
            : `${cells(counts.length)} ${counts.length === 1 ? 'hat' : 'haben'} für sie gestimmt: ${counts.join(' + ')}${counts.length > 1 ? ` = ${all}` : ''} ${all === 1 ? 'Spike' : 'Spikes'}, so hoch ist ihr Balken.`,
    whyNext: (digit, votes, voters, ahead) =>
        ahead === 0
            ? `Die ${digit} hat ebenso viele: ${spikes(votes)} von ${cells(voters)}.`
            : ahead > 0
              ? `Als Nächste folgt die ${digit} mit ${spikes(votes)} von ${cells(voters)}: ${ahead} weniger.`
              : `Die ${digit} hat mehr: ${spikes(votes)} von ${cells(voters)}.`,
    whyAlone: 'Keine andere Ziffer hat eine Stimme.',
    whySilent: (count) => `${spikes(count)} kamen von Zellen, die für keine Ziffer stehen.`,
    close: 'Schließen',

    cellsTitle: 'Zellen beobachten',
    cellsText: 'Bis zu vier: klicke eine Kachel oder einen ihrer Spikes an, oder gib ihre Nummer ein.',
    pinLabel: 'Nummer einer Zelle',
    pinButton: 'Beobachten',
    badCell: (most) => `Die Zellen haben die Nummern 0 bis ${most}.`,
    unpin: '×',
    lostCells: (most) => `Dieses Netz hat die Zellen 0 bis ${most}; andere werden nicht beobachtet.`,
    unpinCell: (cell) => `Zelle ${cell} nicht mehr beobachten`,
    tracesLabel:
        'Membranpotential, Schwelle und Leitwerte der beobachteten Zellen über der Zeit. Die Werte dieses Moments stehen in der Liste.',
    traceHead: (cell, digit) => (digit < 0 ? `Zelle ${cell}: keine Ziffer` : `Zelle ${cell}: eine ${digit}`),
    threshold: (value) => `Schwelle ${decimal(value, 1)} mV`,
    leak: (value) => `${number.format(value)} × Leck`,
    factSpikes: 'Spikes in diesem Blick',
    factRank: 'Rang nach Spikes',
    rank: (rank, all) => `${rank} von ${number.format(all)}`,
    factTheta: 'Anpassung θ',
    factThreshold: 'Schwelle',
    strongest: (names) => `Stärkste Eingänge: ${names.join('; ')}.`,
    ratesTitle: 'Spikes je Blick auf jede Ziffer, im Mittel:',
    membraneTitle: 'Ihre Membran jetzt:',

    rasterTitle: 'Jeder Spike',
    rasterText: 'Die Zeit läuft nach rechts. Jeder Strich ist ein Spike; ein Klick darauf beobachtet seine Zelle.',
    rasterLabel:
        'Alle Spikes dieses Blicks über der Zeit, von Eingangszellen, erregenden und hemmenden Zellen. Die Tabelle darunter nennt die erregenden.',
    rasterInput: (count, sees) =>
        sees === 'edges'
            ? `Eingang: ${number.format(count)} Kanten, –, /, | und \\, je von der obersten Zeile abwärts`
            : `Eingang: ${number.format(count)} Bildpunkte, von der obersten Zeile abwärts`,
    rasterExc: (count) => `erregend: ${cells(count)}`,
    rasterInh: (count) => `hemmend: ${cells(count)}`,
    order: 'Ordnung der Zellen',
    orders: { digit: 'nach Ziffer', activity: 'die aktivsten zuerst' },
    asTable: 'Als Tabelle',
    rasterTable: 'Spikes in der Folge der Zeit',
    inputTable: 'Spikes jeder Eingangszelle, in Zeilen und Spalten des Bildes',
    edgesTable: (way) =>
        `Spikes der Eingangszellen für Kanten, die so verlaufen: ${way}, in Zeilen und Spalten der Stellen`,
    digitsTable: 'Zellen jeder Ziffer',
    spikedTable: 'Zellen, die in diesem Blick gefeuert haben',
    tracesTable: (every) => `Membranen der beobachteten Zellen, alle ${every} ms`,
    tableOf: 'Spikes der',
    populations: { input: 'Eingangszellen', exc: 'erregenden Zellen', inh: 'hemmenden Zellen' },
    tableCells: 'Zellen',
    tableSpiked: 'Gefeuert haben',
    tableSpikes: 'Spikes',
    tableTheta: 'θ (mV)',
    tableV: (cell) => `v von Zelle ${cell} (mV)`,
    tableGe: (cell) => `g_e von Zelle ${cell} (× Leck)`,
    tableGi: (cell) => `g_i von Zelle ${cell} (× Leck)`,
    tableTime: 'Zeit (ms)',
    tableCell: 'Zelle',
    tableDigit: 'Ziffer',
    vote: (digit, count) => `${digit}: ${spikes(count)}`,

    answerTitle: 'Das Netz liest',
    sure: (share) => (share > 0.995 ? 'zu > 99\u00a0% sicher' : `zu ${whole.format(share)} sicher`),
    unsureShort: 'nicht sicher',
    split: (first, second) => `Zwischen ${first} und ${second}`,
    unlike: 'Anders als jede Ziffer, die ich gesehen habe',
    notSure: (reason) => `Nicht sicher: ${inside(reason)}.`,
    time: (now, all) => `${Math.round(now)} von ${all} ms`,

    noiseTitle: 'Zufall',
    noiseText: 'Eingangszellen feuern zufällig. Derselbe Startwert wiederholt denselben Zufall, Spike für Spike.',
    seed: 'Startwert',
    sameNoise: 'Gleicher Zufall',
    newNoise: 'Neuer Zufall',

    percent: (share) => whole.format(share),
    thresholdTitle: 'Wie sicher muss es sein?',
    thresholdText:
        'Die Anzeichen ergeben über alle zehn Ziffern 100 %. Hat keine so viele, lautet die Antwort „nicht sicher“.',
    thresholdLabel: 'Mindestmaß an Anzeichen für eine Antwort',
    thresholdMeasured: (answered, correct, images) =>
        answered === 0
            ? `Gemessen an ${number.format(images)} nie gesehenen Testziffern: Es beantwortet keine.`
            : `Gemessen an ${number.format(images)} nie gesehenen Testziffern: Es beantwortet ${percent.format(answered / images)} davon, und von den Antworten sind ${percent.format(correct / answered)} richtig.`,
    thresholdUnmeasured: 'Wie oft dieses Netz an jeder Stelle richtig liegt, wurde nicht gemessen.',

    timeTitle: 'Zeit',
    play: 'Start',
    pause: 'Pause',
    step: '+\u00a00,5\u00a0ms',
    stepSpike: 'Zum Spike',
    stepLook: 'Zum Ende',
    scrub: 'Stelle in der Vorführung',
    moment: (now, all) => `${decimal(now, 1)} von ${number.format(all)} ms`,
    speed: 'Tempo',
    speedOf: {
        '1': '1/1000: 6 min je Blick',
        '10': '1/100: 35 s je Blick',
        '35': '1/29: 10 s je Blick',
        '350': '1 s je Blick',
        '1000': 'wie im Gehirn: 0,35 s',
        Infinity: 'so schnell es geht',
    },
    digest: 'Zustand',
    stands: (now, digit, votes, all) =>
        `Es steht still bei ${number.format(now)} ms: ${digit} führt, ${votes} von ${spikes(all)}.`,
    standsSilent: (now) => `Es steht still bei ${number.format(now)} ms: noch hat keine Zelle gefeuert.`,

    loading: 'Das Netz ist unterwegs. Du kannst schon zeichnen.',
    waiting: 'Deine Ziffer wartet auf das Netz, das noch unterwegs ist.',
    invite: 'Zeichne eine Ziffer, oder nimm eine Testziffer.',
    drawing: 'Zeichne weiter.',
    looking: 'Es sieht 350 ms lang hin.',
    lookingSlowly: 'Es sieht 350 ms lang hin, verlangsamt, damit man es sieht.',
    brighter: 'Weniger als 5 Spikes: zu schwach. Es ruht 150 ms und sieht dann noch einmal hin, heller.',
    lookAgain: (attempt, rate, sees) =>
        `Blick ${attempt}, heller: ${sees === 'edges' ? 'die stärkste Kante' : 'volle Tinte'} sendet jetzt ${Math.round(rate)} Spikes in der Sekunde.`,
    afterLooks: (attempt, sentence) => `${sentence} Dafür brauchte es ${attempt} Blicke, jeden heller.`,
    reads: (digit, votes, all) => `Es liest eine ${digit}: ${votes} von ${spikes(all)} stimmten für sie.`,
    readsDoubtfully: (digit, votes, all, other) =>
        `Es liest mit Zweifeln eine ${digit}: ${votes} von ${spikes(all)} stimmten für sie, doch solche Spikes könnten auch von einer ${other} kommen.`,
    readsAgainst: (digit, tallest) =>
        `Es liest eine ${digit}. Die ${tallest} hat mehr Spikes, aber welche Zellen feuerten und wie oft, passt besser zu einer ${digit}.`,
    readsTied: (digit, other) =>
        `Es liest eine ${digit}. Die ${other} hat ebenso viele Spikes, aber welche Zellen feuerten und wie oft, passt besser zu einer ${digit}.`,
    unsure: (first, second) => `Nicht sicher: es könnte eine ${first} oder eine ${second} sein.`,
    silent: 'Nicht sicher: kaum eine Zelle hat gefeuert. Das gleicht nichts, was es gelernt hat.',
    nothing: 'Noch nichts zu sehen: zeichne eine Ziffer, mehr als einen Punkt.',
    badSeed: 'Der Startwert muss eine ganze Zahl von 0 bis 4.294.967.295 sein.',

    failed: {
        wasm: 'Der Simulator wurde nicht geladen, also kann nichts gelesen werden. Prüfe die Verbindung und versuche es noch einmal.',
        model: 'Das trainierte Netz wurde nicht geladen, also kann nichts gelesen werden. Prüfe die Verbindung und versuche es noch einmal.',
        worker: 'Die Simulation hat angehalten, also kann nichts gelesen werden. Versuche es noch einmal.',
    },
    cause: (why) => `Grund: ${why}`,
    retry: 'Noch einmal',

    viewsLabel: 'Ansichten',
    views: { look: 'Zeichnen', train: 'Trainieren', lab: 'Labor', learn: 'Lektionen', faq: 'Fragen' },
    noView: (why) => `Diese Ansicht wurde nicht geladen. Prüfe die Verbindung und öffne sie noch einmal. Grund: ${why}`,
    replaced:
        'Seit du die Seite geöffnet hast, gibt es eine neue Fassung, und dieser Teil der alten ist weg. Es geht weiter, wo du gerade bist.',
    reload: 'Neu laden',
    tools: 'Ton, Link und mehr',
    more: 'Mehr',
    language: 'Sprache',
    sound: 'Ton',
    shortcuts: 'Tasten',
    wholePage: 'Die ganze Seite öffnen ↗',
    shareDone: 'Kopiert',
    shareLink: 'Link kopieren',
    shareEmbed: 'Einbettung kopieren',
    sharedEmbed: 'Der Code ist kopiert. Er setzt diese Seite, wie sie jetzt ist, in jede andere.',
    sharedRun:
        'Der Link zu diesen Einstellungen ist kopiert. Er wiederholt den Lauf; das gelernte Netz selbst steckt in „Link machen“ weiter unten.',
    shared: 'Der Link ist kopiert. Wer ihn öffnet, sieht dieselben Spikes.',
    cutDrawing:
        'Die Zeichnung in diesem Link ist abgeschnitten oder beschädigt: Öffne den ganzen Link, oder zeichne sie neu.',
    badLink: (names) => `Ein Teil dieses Links war nicht zu lesen (${names.join(', ')}); dieser Teil ist wie üblich.`,

    aboutTitle: 'Was ist das?',
    about: 'Eine Simulation des Netzes von Peter U. Diehl und Matthew Cook, die in deinem Browser in Schritten von 0,5 ms läuft. Ihre Zellen sprechen in Spikes, wie Nervenzellen, und ihre Synapsen lernten allein aus den Zeiten der Spikes. Jenes sieht Pixel; unseres kann statt dessen Kanten sehen, alles andere bleibt, wie es ist. Erst danach wurde jede Zelle gefragt, welche Ziffer ihr am liebsten ist.',
    measured: (neurons, correct, images) =>
        `Dieses Netz hat ${cells(neurons)} und las ${number.format(correct)} von ${number.format(images)} ungesehenen Testziffern richtig: ${percent.format(correct / images)}.`,
    unmeasured: (neurons) =>
        `Dieses Netz hat ${cells(neurons)}; wie viele Ziffern es richtig liest, wurde nicht gemessen.`,
    paper: 'Diehl PU, Cook M (2015). Unsupervised learning of digit recognition using spike-timing-dependent plasticity. Frontiers in Computational Neuroscience 9:99.',
    digits: 'Testziffern: MNIST (LeCun, Cortes, Burges).',
};
