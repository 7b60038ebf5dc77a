/** German: every word of the lessons' list, bar and builder. */
import type { Words } from '../en/learn.ts';

const time = (minutes: number) => `${minutes} min`;

export const words: Words = {
    title: 'Von einem Spike bis zum Lesen von Ziffern',
    lead: 'Lektionen, die die Seite selbst benutzen. Erst voraussagen, dann ausprobieren; die Seite sieht, was du tust, und hakt es ab. Nichts wird versendet, niemand gibt Noten.',
    whole: (lessons, minutes) => `${lessons} Lektionen, zusammen ${time(minutes)}`,
    minutes: time,
    begin: 'Beginnen',
    goOn: 'Fortsetzen',
    again: 'Noch einmal',
    steps: (done, steps) =>
        done === 0
            ? `${steps} Schritte`
            : done < steps
              ? `${done} von ${steps} Schritten erledigt`
              : `✓ alle ${steps} Schritte erledigt`,
    forget: 'Meinen Fortschritt vergessen',
    forgotten: 'Dein Fortschritt ist vergessen.',
    ownTitle: 'Eine eigene Lektion',
    ownText:
        'Eine Lektion ist eine Textdatei. Der Baukasten macht eine aus dem, was die Seite zeigt; eine Datei, die dir jemand gegeben hat, öffnest du hier.',
    openFile: 'Lektion öffnen…',
    ownOpened: (title) => `„${title}“ ist offen; sie bleibt in diesem Browser.`,
    ownGone: 'Die Datei dieser Lektion ist nicht in diesem Browser: öffne sie noch einmal unter „Lektionen“.',
    lost: (name) => `Eine Lektion '${name}' gibt es nicht. Alle, die es gibt, stehen unter „Lektionen“.`,

    teachTitle: 'Für Lehrkräfte',
    teachText:
        'Alles für 45 Minuten vor einer Klasse. Keine Vorbereitung, keine Konten, und es läuft auf den Rechnern, die da sind.',
    plan: 'Stundenplan',
    worksheet: 'Arbeitsblatt',
    builder: 'Baukasten',
    print: 'Drucken',
    backToList: 'Alle Lektionen',
    present: 'Vorführmodus',
    presentText:
        'Große Schrift, keine Navigation. Pfeiltasten, Bild auf und Bild ab, oder ein Presenter bewegen die Lektion; Esc beendet ihn.',
    presentEnd: 'Vorführung beenden',

    bar: 'Lektion',
    where: (title, step, steps) => `${title} · ${step} von ${steps}`,
    predict: 'Sag erst voraus',
    unsure: 'Das weiß ich noch nicht',
    afterChoice: 'Wähle etwas, dann probiere es aus.',
    task: 'Jetzt tu es',
    done: 'Erledigt',
    doneSays: 'Erledigt. Die Seite hat es gesehen.',
    wait: 'Die Seite achtet darauf.',
    answer: 'Was geschah',
    said: (choice, right) =>
        right ? `Deine Voraussage: ${choice} So ist es.` : `Deine Voraussage: ${choice} Es kommt anders.`,
    saidUnsure: 'Du hast es offen gelassen. Jetzt hast du es gesehen.',
    next: 'Nächster Schritt',
    nextLesson: (title) => `Nächste Lektion: ${title}`,
    finish: 'Zu allen Lektionen',
    back: 'Zurück',
    close: 'Schließen',
    fold: 'Einklappen',
    unfold: 'Die Lektion aufklappen',
    setAgain: 'Die Seite noch einmal herrichten',
    keyL: 'Die Taste L führt zur Lektion zurück.',
    notHere: (word) => `„${word}“ ist gerade nicht auf der Seite.`,

    builderLead:
        'Richte die Seite so her, wie deine Klasse sie finden soll, in welcher Ansicht auch immer. Dann schreibe, was der Schritt sagt.',
    heading: 'Überschrift des Schrittes',
    text: 'Text',
    question: 'Frage zum Voraussagen (darf fehlen)',
    choices: 'Antworten, eine je Zeile; ein * vor der, die eintrifft',
    doIt: 'Was zu tun ist; **Namen von Knöpfen** in zwei Sternen',
    check: 'Woran die Seite es erkennt',
    pick: 'Auf der Seite wählen',
    picking: 'Klicke an, was benutzt werden soll. Esc beendet das.',
    pickOf: 'Was es sein muss',
    answerText: 'Was geschah; wird danach gezeigt',
    setIncluded: 'Der Schritt beginnt mit der Seite, wie sie jetzt ist',
    add: 'Schritt hinzufügen',
    source: 'Die Lektion als Datei',
    sourceText: 'Sie darf auch hier geändert werden.',
    tryIt: 'Ausprobieren',
    copy: 'Datei kopieren',
    download: 'Datei speichern',
    copyLink: 'Link zu diesem Zustand kopieren',
    copyEmbed: 'Zum Einbetten kopieren',
    copied: 'Kopiert.',
    stepAdded: (steps) => `Schritt ${steps} ist dabei.`,
    newLesson: 'Meine Lektion',
    newGoal: 'Du kannst sagen, was geschieht, und warum.',
};
