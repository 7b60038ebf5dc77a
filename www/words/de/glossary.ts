/** German: what the terms on the page mean; see terms-en.ts. */
import type { Term, Words } from '../en/glossary.ts';

export const terms: Readonly<Record<string, Term>> = {
    spike: {
        name: 'Spike',
        forms: 'Spikes?|feuer(?:t|n|te|ten)|gefeuert',
        text: 'Ein kurzer Puls, mit dem eine Zelle anderen mitteilt, dass ihr Potential die Schwelle überschritten hat. Alle Spikes sind gleich: Es zählt, wann sie kommen und von wem.',
    },
    synapse: {
        name: 'Synapse',
        forms: 'Synapsen?',
        text: 'Die Verbindung von einer Zelle zu einer anderen. Hier hat jede der 784 Eingangszellen eine zu jeder erregenden Zelle, und nur diese lernen.',
    },
    weight: {
        name: 'Gewicht w',
        forms: 'Gewicht(?:e|en|s)?|w_max',
        text: 'Die Stärke einer Synapse: Um so viel öffnet ein Spike den erregenden Leitwert der Zelle dahinter. Von 0 bis w_max, also 1.',
    },
    'membrane-potential': {
        name: 'Membranpotential v',
        forms: 'Membranpotentials?|Membran(?:en)?|Potential',
        text: 'Die Spannung einer Zelle, in mV. Eingang bewegt es, das Leck zieht es zur Ruhe zurück, und an der Schwelle feuert die Zelle und wird zurückgesetzt.',
    },
    'v-rest': {
        name: 'Ruhepotential v_rest',
        forms: 'v_rest|v_reset|Ruhepotential',
        text: 'Wo das Membranpotential bleibt, wenn nichts kommt: −65 mV bei erregenden Zellen, −60 mV bei hemmenden.',
    },
    leak: {
        name: 'Leck',
        forms: 'Lecks?',
        text: 'Der Strom, der das Membranpotential zur Ruhe zurückzieht. Leitwerte werden als Vielfache des seinen gemessen.',
    },
    'time-constant': {
        name: 'Zeitkonstante τ',
        forms: 'Zeitkonstanten?|tau_m|tau(?:_\\w+)?',
        text: 'Nach so langer Zeit sind 63 % des Wegs getan: tau_m = 100 ms für die Membran einer erregenden Zelle, die so über einen ganzen Blick hin Anzeichen sammelt.',
    },
    threshold: {
        name: 'Schwelle',
        forms: 'Schwellen?|v_thresh',
        text: 'Das Potential, bei dem eine Zelle feuert: v_thresh − θ_offset, wie bei allen, und ihr eigenes theta dazu.',
    },
    theta: {
        name: 'Anpassung der Schwelle θ (theta)',
        forms: 'Anpassung der Schwellen?|Anpassung|thetas?|θ',
        text: 'Was jeder Spike einer Zelle ihrer eigenen Schwelle hinzufügt. Es zerfällt so langsam, dass eine Zelle, die oft gewinnt, schwerer wieder gewinnt; so kommen alle zum Lernen.',
    },
    conductance: {
        name: 'Leitwert',
        forms: 'Leitwert(?:e|en|s)?',
        text: 'Wie weit Kanäle einer Membran offen sind. Der Strom ist Leitwert mal Abstand zu dem Potential, zu dem er zieht; ein Spike bewirkt also weniger, je näher die Zelle daran ist.',
    },
    'g-e': {
        name: 'Erregender Leitwert g_e',
        forms: 'g_e',
        text: 'Zieht das Potential hinauf, nach E_e = 0 mV. Jeder Spike eines Eingangs fügt das Gewicht seiner Synapse hinzu; nach einigen ms ist es vergangen.',
    },
    'g-i': {
        name: 'Hemmender Leitwert g_i',
        forms: 'g_i',
        text: 'Zieht das Potential einer erregenden Zelle hinab, nach E_i = −100 mV, wenn eine hemmende Zelle gefeuert hat.',
    },
    refractory: {
        name: 'Refraktärzeit',
        forms: 'Refraktärzeit(?:en)?',
        text: 'So lange kann eine Zelle nach einem Spike nicht wieder feuern: 5 ms bei erregenden Zellen, 2 ms bei hemmenden.',
    },
    input: {
        name: 'Eingangszelle',
        forms: 'Eingangszellen?',
        text: 'Eine Quelle zufälliger Spikes. Es gibt 784: eine für jeden der 28 × 28 Bildpunkte, oder für jede Kante in vier Richtungen an 14 × 14 Plätzen. Eine Membran hat sie nicht.',
    },
    excitatory: {
        name: 'Erregende Zelle',
        forms: 'erregende[nr]? Zellen?|erregende?n?',
        text: 'Eine Zelle, deren Spikes andere antreiben. Diese Zellen lernen, jede nach etwas Eigenem zu suchen.',
    },
    inhibitory: {
        name: 'Hemmende Zelle',
        forms: 'hemmende[nr]? Zellen?|hemmende?n?',
        text: 'Die Partnerin einer erregenden Zelle: Sie feuert, wenn diese gefeuert hat, und hemmt alle anderen.',
    },
    inhibition: {
        name: 'Laterale Hemmung',
        forms: 'w_inh_exc|(?:laterale )?Hemmung|hemmt|im Wettstreit|zum Schweigen gebracht',
        text: 'Zellen einer Schicht halten einander still: Die erste, die feuert, drückt die anderen für einen Moment nieder. So wetteifern sie und werden verschieden.',
    },
    poisson: {
        name: 'Poisson-Kodierung',
        forms: 'Poisson(?:-Kodierung|-Spikes)?|zufällig feuern|feuern zufällig',
        text: 'Ein Bildpunkt oder eine Kante wird zu Spikes in zufälligen Augenblicken, im Mittel r je Sekunde, nach ihrer Stärke: Die stärkste ist 63,75 Hz. Jeder Schritt ist ein eigener Wurf.',
    },
    'receptive-field': {
        name: 'Rezeptives Feld',
        forms: 'rezeptive[ns]? Feld(?:er|ern)?|Felder|Kachel',
        text: 'Wonach eine Zelle sucht: die Gewichte ihrer 784 Synapsen. Die von Bildpunkten sind, wie sie sind, ein Bild; die von Kanten erscheinen als die Striche, für die die Kanten stehen.',
    },
    'front-end': {
        name: 'Vorstufe',
        forms: 'Vorstufen?',
        text: 'Was zwischen einem Bild und den Eingangszellen steht. Bildpunkte: nur das Aufrichten. Kanten: Das Bild wird aufgerichtet und auf eine Größe gebracht, und seine Kanten werden gefunden. Sie ist eingebaut und lernt nicht.',
    },
    edge: {
        name: 'Kantenzelle',
        forms: 'Kantenzellen?|Kanten?',
        text: 'Eine Eingangszelle, die auf eine Kante antwortet, eine Grenze zwischen Tinte und Papier: an einem von 14 × 14 Plätzen, in einer von vier Richtungen. Je stärker die Kante, desto mehr feuert sie.',
    },
    simple: {
        name: 'Einfache Zelle',
        forms: 'einfachen? Zellen?',
        text: 'Eine Zelle der Sehrinde, die auf eine Kante an einem Ort antwortet, die in einer Richtung verläuft. Die vier Karten der Kanten, bevor sie summiert werden, sind solche Zellen.',
    },
    complex: {
        name: 'Komplexe Zelle',
        forms: 'komplexen? Zellen?',
        text: 'Eine Zelle der Sehrinde, die auf eine Kante einer Richtung antwortet, wo immer sie in einem kleinen Gebiet liegt. Eingangszellen, die Kanten sehen, tun das: Jede summiert die Kanten um ihren Platz.',
    },
    likeness: {
        name: 'Ähnlichkeit',
        forms: 'Ähnlichkeit|wie ähnlich es irgendetwas Gelerntem ist',
        text: 'Wie ähnlich ein Bild irgendetwas Gelerntem ist: der größte Kosinus zwischen den Stärken seiner Eingänge und den Gewichten irgendeiner Zelle, vermindert um das, was manche Ziffern leichter macht als andere. Ein Buchstabe ist jeder Ziffer weniger ähnlich; so sagt sie, ob da überhaupt eine Ziffer ist, während Anzeichen nur sagen, welche.',
    },
    stdp: {
        name: 'STDP',
        forms: 'STDP',
        text: 'Plastizität, die vom Zeitpunkt der Spikes abhängt (spike-timing-dependent plasticity). Ein Eingang, der kurz vor der Zelle feuert, hat geholfen, und seine Synapse wächst; einer, der danach feuert, war keine Ursache, und seine Synapse schrumpft.',
    },
    trace: {
        name: 'Spur x_pre, x_post',
        forms: 'Spur(?:en)?|x_pre|x_post\\d?',
        text: 'Was eine Synapse von einem Spike behält: Er setzt die Spur auf 1, und sie klingt ab. So sieht eine Regel, wie lange der Spike der anderen Seite her ist.',
    },
    pair: {
        name: 'Paarregel',
        forms: 'Paarregel|(?:einfache )?Paar-STDP',
        text: 'STDP mit einer Spur auf jeder Seite: Jedes Paar aus einem Spike des Eingangs und einem der Zelle zählt.',
    },
    triplet: {
        name: 'Triplettregel',
        forms: 'Triplettregel|Triplett',
        text: 'STDP, deren Verstärkung drei Spikes braucht: den des Eingangs und zwei der Zelle nah beieinander. Die Regel des veröffentlichten Codes.',
    },
    'power-law': {
        name: 'Potenzregel',
        forms: 'Potenzregel|Potenzgesetz(?:es)?',
        text: 'Lernt nur, wenn die Zelle feuert: Synapsen, deren Spur über x_tar liegt, wachsen, andere schrumpfen, und weniger, je näher sie w_max sind.',
    },
    exponential: {
        name: 'Exponentielle Regel',
        forms: 'exponentielle? Regel|exponentiell',
        text: 'Lernt nur, wenn die Zelle feuert, und wägt Wachsen und Schrumpfen mit Exponentialen des Gewichts.',
    },
    'pre-post': {
        name: 'Pre-und-Post-Regel',
        forms: 'Pre und Post',
        text: 'Die Potenzregel, dazu Abschwächung bei Spikes des Eingangs.',
    },
    'x-tar': {
        name: 'Zielspur x_tar',
        forms: 'x_tar',
        text: 'Die Spur eines Eingangs, über der seine Synapse wächst, wenn die Zelle feuert. Im veröffentlichten Code: STDP_offset.',
    },
    'learning-rate': {
        name: 'Lernrate ν (η)',
        forms: 'Lernraten?|nu_pre|nu_post|η',
        text: 'Um wie viel ein Ereignis ein Gewicht ändern darf: nu_post beim Wachsen, nu_pre beim Schrumpfen.',
    },
    potentiation: { name: 'Verstärkung', forms: 'Verstärkung', text: 'Eine Synapse wird stärker.' },
    depression: {
        name: 'Abschwächung',
        forms: 'Abschwächung',
        text: 'Eine Synapse wird schwächer. Ohne sie behalten Felder, was einmal hineingeraten ist.',
    },
    normalisation: {
        name: 'Normierung',
        forms: 'Normierung|w_norm',
        text: 'Nach jedem Blick werden die Gewichte einer Zelle auf dieselbe Summe gebracht, w_norm. Was an einer Stelle wächst, schrumpft an den anderen, und Zellen bleiben vergleichbar.',
    },
    presentation: {
        name: 'Blick, Darbietung',
        forms: 'Darbietung(?:en)?|Vorführung|Blick(?:e|en|s)?',
        text: 'Ein Zeigen eines Bildes: 350 ms Eingang, dann 150 ms Ruhe.',
    },
    retry: {
        name: 'Wiederholung',
        forms: 'Wiederholung(?:en)?|Mehr als ein Blick',
        text: 'Ein Blick, der weniger als 5 Spikes auslöst, wird heller wiederholt: Die höchste Rate steigt jedes Mal um 32 Hz.',
    },
    readout: {
        name: 'Auslesen',
        forms: 'Auslesen|Stimmen?|stimmten',
        text: 'Wie aus Spikes eine Antwort wird. Jeder ist eine Stimme für die Ziffer seiner Zelle; die Antwort ist hier die Ziffer, unter der die Zählungen aller Zellen am wahrscheinlichsten sind.',
    },
    evidence: {
        name: 'Anzeichen',
        forms: 'Anzeichen',
        text: 'Wie wahrscheinlich jede Ziffer nach den Spikes dieses Blicks ist; über die zehn Ziffern sind es zusammen 100 %.',
    },
    label: {
        name: 'Etikett, Name',
        forms: 'Etikett(?:en)?|Benennen',
        text: 'Was ein Bild zeigt, wie es jemand aufgeschrieben hat. Das Netz sieht es nie; erst danach wird jede Zelle nach der Ziffer benannt, auf die sie am meisten antwortet.',
    },
    unsupervised: {
        name: 'Unüberwachtes Lernen',
        forms: 'unüberwachte[ns]?(?: Lernen)?',
        text: 'Lernen, ohne gesagt zu bekommen, was richtig ist.',
    },
    'held-out': {
        name: 'Zurückgehaltene Bilder',
        forms: 'zurückgehaltenen? (?:Ziffern?|Bilder[n]?)|nie gesehenen',
        text: 'Bilder, die von Lernen und Benennen ferngehalten werden, so dass es eine ehrliche Prüfung ist, sie zu lesen.',
    },
    accuracy: {
        name: 'Genauigkeit',
        forms: 'Genauigkeit',
        text: 'Der Anteil zurückgehaltener Bilder, die richtig gelesen werden. Ein Bild, das unentschieden bleibt, zählt als nicht gelesen.',
    },
    confusion: {
        name: 'Konfusionsmatrix',
        forms: 'Konfusionsmatrix|womit verwechselt',
        text: 'Eine Tabelle dessen, was gezeigt, gegen das, was gelesen wurde: Die Fehler stehen neben der Diagonale.',
    },
    cosine: {
        name: 'Kosinus',
        forms: 'Kosinus',
        text: 'Wie ähnlich zwei Felder sind: 1 bei derselben Richtung, 0, wenn sie nichts gemeinsam haben.',
    },
    mnist: {
        name: 'MNIST',
        forms: 'MNIST',
        text: '70 000 handgeschriebene Ziffern aus 28 × 28 Bildpunkten: 60 000 zum Lernen, 10 000 zum Prüfen.',
    },
    seed: {
        name: 'Startwert',
        forms: 'Startwert(?:e|en|s)?',
        text: 'Die Zahl, mit der zufällige Entscheidungen beginnen. Derselbe Startwert gibt dieselben Spikes, Bit für Bit, auf jedem Rechner.',
    },
    digest: {
        name: 'Prüfwert',
        forms: 'Prüfwert(?:e|s)?|Prüfsumme',
        text: 'Eine kurze Zahl aus dem ganzen Zustand. Zwei Läufe mit demselben Prüfwert sind im selben Zustand, auf das Bit genau.',
    },
    raster: {
        name: 'Raster',
        forms: 'Raster(?:diagramm)?',
        text: 'Spikes als Striche: die Zeit nach rechts, eine Zeile für jede Zelle.',
    },
    step: {
        name: 'Zeitschritt dt',
        forms: 'Zeitschritte?n?|Schritten von 0,5 ms',
        text: 'Die Simulation geht in Schritten von 0,5 ms voran.',
    },
    pass: { name: 'Durchgang', forms: 'Durchg(?:ang|änge|ängen)', text: 'Einmal durch alle Trainingsbilder.' },
};

export const words: Words = { title: 'Begriffe', source: 'Quelle: ', all: 'Alle Begriffe' };
