/** English: every word of the list of lessons, the lesson bar and the builder. A lesson's own text is in its file. */

const time = (minutes: number) => `${minutes} min`;

export const words = {
    title: 'From one spike to reading digits',
    lead: 'Lessons that use the page itself. Predict, then try it; the page sees what you do and ticks it off. Nothing is sent anywhere, and there are no marks.',
    whole: (lessons: number, minutes: number) => `${lessons} lessons, ${time(minutes)} in total`,
    minutes: time,
    begin: 'Start',
    goOn: 'Continue',
    again: 'Start again',
    steps: (done: number, steps: number) =>
        done === 0 ? `${steps} steps` : done < steps ? `${done} of ${steps} steps done` : `✓ all ${steps} steps done`,
    forget: 'Clear my progress',
    forgotten: 'Progress cleared.',
    ownTitle: 'Your own lesson',
    ownText:
        'A lesson is a text file. The builder makes one from what the page shows; if someone gave you a lesson, open it here.',
    openFile: 'Open a lesson…',
    ownOpened: (title: string) => `“${title}” is open. It stays in this browser.`,
    ownGone: 'This browser does not have the file of this lesson: open it again under “Lessons”.',
    lost: (name: string) => `There is no lesson '${name}'. You’ll find them all under “Lessons”.`,

    teachTitle: 'For teachers',
    teachText:
        'Everything you need for 45 minutes in front of a class. No preparation, no accounts, and it runs on the computers you already have.',
    plan: 'Lesson plan',
    worksheet: 'Worksheet',
    builder: 'Lesson builder',
    print: 'Print',
    backToList: 'All lessons',
    present: 'Presenter mode',
    presentText:
        'Large type, no navigation. Move through the lesson with the arrow keys, Page Up and Page Down, or a clicker; Esc ends it.',
    presentEnd: 'Stop presenting',

    bar: 'Lesson',
    where: (title: string, step: number, steps: number) => `${title} · ${step} of ${steps}`,
    predict: 'Predict first',
    unsure: 'I don’t know yet',
    afterChoice: 'Choose one, then try it.',
    task: 'Now try it',
    done: 'Done',
    doneSays: 'Done. The page has ticked it off.',
    wait: 'The page will notice when you’ve done it.',
    answer: 'What happened',
    said: (choice: string, right: boolean) =>
        right
            ? `You predicted: ${choice} You were right.`
            : `You predicted: ${choice} Not quite – here’s what happened.`,
    saidUnsure: 'You left it open. Now you’ve seen it.',
    next: 'Next',
    nextLesson: (title: string) => `Next lesson: ${title}`,
    finish: 'All lessons',
    back: 'Back',
    close: 'Close',
    fold: 'Hide lesson',
    unfold: 'Show lesson',
    setAgain: 'Set the page up again',
    keyL: 'Press L to come back to the lesson.',
    notHere: (word: string) => `“${word}” is not on the page right now.`,

    builderLead: 'Set the page up the way your students should see it, in any view. Then write what the step says.',
    heading: 'Step heading',
    text: 'Text',
    question: 'Question to predict (optional)',
    choices: 'One choice per line; put * before the correct one',
    doIt: 'What to do; put **names of buttons** between double asterisks',
    check: 'How the page knows it is done',
    pick: 'Pick on the page',
    picking: 'Click what the step is about, or press Esc to cancel.',
    pickOf: 'What must be true',
    answerText: 'What happened (shown afterwards)',
    setIncluded: 'Start the step with the page as it is now',
    add: 'Add step',
    source: 'The lesson as a file',
    sourceText: 'you can edit it here, too.',
    tryIt: 'Try it',
    copy: 'Copy the file',
    download: 'Save the file',
    copyLink: 'Copy a link to this state',
    copyEmbed: 'Copy code to embed it',
    copied: 'Copied.',
    stepAdded: (steps: number) => `Step ${steps} added.`,
    newLesson: 'My lesson',
    newGoal: 'You’ll find out what happens, and why.',
};

export type Words = typeof words;
