/** Words that fit every group of the sample; `{thema}` is its subject. */
export const hopes: readonly string[] = [
  'Dass wir am Ende etwas in der Hand haben, das am Montag danach jemand benutzt.',
  'Ich hoffe, dass die Großen den Kleinen zuhören, und umgekehrt.',
  'Endlich einmal über {thema} reden, ohne dass jemand die Zuständigkeit prüft.',
  'Neue Telefonnummern. Menschen, die ich anrufen darf.',
  'Dass wir früh etwas zeigen, auch wenn es noch schief ist.',
  'Eine Lösung, die auch mit einer halben Stelle läuft.',
  'Ich möchte lernen, wie man fragt, ohne die Antwort schon zu kennen.',
  'Dass unsere Arbeit nicht im Abschlussbericht endet.',
  'Humor. Bei {thema} braucht man den.',
  'Dass Menschen, um die es geht, wirklich dabei sind.',
  'Zeit zum Denken, zwei Stunden in der Woche, ohne Telefon.',
  'Mut, etwas wegzulassen.',
  'Dass wir am Ende weniger Formulare haben als am Anfang.',
  'Eine Idee, auf die niemand von uns allein gekommen wäre.',
  'Rückenwind von oben, wenn es konkret wird.',
  'Dass wir danach weiter miteinander sprechen.',
  'Ein Ergebnis, das ich meiner Tochter erklären kann.',
  'Dass niemand sagt: Das haben wir schon immer so gemacht.',
  'Einmal zu Ende bringen, was wir anfangen.',
  'Dass die Technik uns hilft und nicht wir ihr.',
  'Ehrliche Tests, auch wenn sie wehtun.',
  'Dass wir {thema} einen Tag lang mit den Augen der anderen sehen.',
  'Eine gute Pause. Dort entsteht das meiste.',
  'Dass aus dem Zettel an der Wand ein Beschluss wird.',
]

export const fears: readonly string[] = [
  'Dass wir Karten schreiben und danach nichts geschieht.',
  'Noch ein Projekt neben der eigentlichen Arbeit.',
  'Dass am Ende die Lösung gewinnt, die schon vorher feststand.',
  'Ich kenne mich mit {thema} kaum aus und möchte nicht aufhalten.',
  'Dass der Datenschutz erst in der letzten Woche gefragt wird.',
  'Viele Begriffe, wenig Beispiele.',
  'Dass die Lautesten recht behalten.',
  'Mein Team muss die zwei Stunden auffangen.',
  'Dass wir für die Großen bauen und die Kleinen zusehen.',
  'Technik, die am Tag der Vorführung nicht geht.',
  'Dass niemand Nein sagt, bevor es zu spät ist.',
  'Geld. Bisher hat niemand davon gesprochen.',
  'Dass gezählt wird, wer wie viel beiträgt.',
  'Ein Prototyp, der so hübsch ist, dass keiner ihn ändern mag.',
  'Zu viele Ziele auf einmal.',
  'Dass ich in acht Wochen allein mit dem Ergebnis dasitze.',
  'Dass wir über Menschen sprechen statt mit ihnen.',
  'Sitzungen, die überziehen.',
  'Dass {thema} zu groß ist für uns zehn.',
  'Dass jemand die Idee nimmt und ein Produkt daraus macht, das wir bezahlen.',
  'Die Sommerferien.',
  'Dass wir uns einig sind, weil alle müde sind.',
  'Dass mein Chef andere Pläne hat.',
  'Dass es gut wird und trotzdem niemand es übernimmt.',
]

export const moods: readonly (readonly [mood: number, word: string])[] = [
  [5, 'gespannt'],
  [4, 'ausgeschlafen, fast'],
  [3, 'zwischen zwei Terminen'],
  [4, 'neugierig'],
  [2, 'Rückstand im Kopf'],
  [5, 'Urlaub gewesen'],
  [3, 'Kaffee fehlt'],
  [4, 'zuversichtlich'],
  [3, 'leise'],
  [5, 'stolz auf letzte Woche'],
  [2, 'Kind krank, trotzdem da'],
  [4, 'bereit'],
]

export const parked: readonly (readonly [text: string, owner: string])[] = [
  ['Wie halten wir die Texte aktuell, wenn die Werkstatt vorbei ist?', 'Koordinierungsstelle'],
  ['Gehört das Ergebnis allen Kommunen, auch denen, die nicht dabei waren?', 'Plenum'],
  ['Wie messen wir, ob es hilft, ohne Menschen zu vermessen?', 'Personalrat einladen'],
  ['Leichte Sprache: wer prüft?', ''],
  ['Kann das Land die Kosten des ersten Jahres übernehmen?', 'Projektmanagement'],
  ['Was ist mit denen, die kein Internet haben?', 'Ganze Gruppe'],
  ['Haftung, wenn eine Auskunft falsch war', 'Rechtsamt'],
  ['Wie nennen wir das Kind?', 'Alle, nach der Pause'],
]

/** How an answer is led in, in the protocol of an interview. */
export const leadIns: readonly string[] = [
  'Die Antwort kommt ohne Zögern:',
  'Nach einer längeren Pause heißt es:',
  'Dazu wird eine Geschichte erzählt, die so endet:',
  'Zuerst ein Lachen, dann:',
  'Das Gespräch wird ernster.',
  'Auf Nachfrage:',
  'Der Satz fällt beinahe nebenbei:',
  'Hier wird die Stimme lauter:',
  'Mit Blick aus dem Fenster:',
  'Zusammengefasst in den eigenen Worten der Person:',
]

export const afterwards: readonly string[] = [
  'Auf dem Tisch liegt während des ganzen Gesprächs ein Stapel, der nicht kleiner wird.',
  'Die Person möchte das Ergebnis der Werkstatt sehen, „auch wenn nichts daraus wird“.',
  'Im Anschluss zeigt sie den Weg, den eine Akte nimmt; er dauert zu Fuß sechs Minuten.',
  'Beim Abschied der Hinweis, man möge auch die Kollegin im Nachbarzimmer fragen.',
  'Das Gespräch wird zweimal vom Telefon unterbrochen, beide Male wegen einer Auskunft.',
]

/** What a group hears of its work the nth time: each group begins at another place. */
export function heard(group: string, n: number): Record<'likes' | 'wishes' | 'wonders', string> {
  const at = (group.length + n) % likes.length
  return { likes: likes[at]!, wishes: wishes[at]!, wonders: wonders[at]! }
}

export const likes: readonly string[] = [
  'Man versteht in zehn Sekunden, worum es geht. Die Sprache ist freundlich, ohne kindlich zu sein.',
  'Es funktioniert auf Papier genauso. Das nimmt niemanden aus.',
  'Der eine Satz, der sagt, was als Nächstes geschieht.',
  'Klein genug, um morgen anzufangen.',
  'Am Telefon ließ es sich in zwei Sätzen erklären.',
  'Es nimmt niemandem etwas weg, auch uns nicht.',
  'Die Reihenfolge: erst die Auskunft, dann die Technik.',
  'Es fragt mich nichts, was ich nicht weiß.',
  'Dass mit echten Fällen geprobt wurde.',
  'Auch „noch nicht“ darf eine Antwort sein.',
  'Die Kollegin am Schalter hat gelächelt.',
  'Man merkt, dass jemand zugehört hat.',
]
export const wishes: readonly string[] = [
  'Eine Fassung mit größerer Schrift und weniger Farbe.',
  'Ein Beispiel aus einer Gemeinde unter 5.000 Menschen.',
  'Dass man sieht, von wann die Angabe ist.',
  'Einen Weg zurück, wenn man sich vertippt hat.',
  'Ein Wort weniger in jeder Zeile.',
  'Einen Namen, den man am Telefon aussprechen kann.',
  'Eine Fassung für die Vertretung, die alles zum ersten Mal sieht.',
  'Eine Probe an einem Montag, wenn wirklich viel los ist.',
  'Den Hinweis, wen man fragt, wenn etwas nicht stimmt.',
  'Die Zahlen der ersten vier Wochen, auch wenn sie klein sind.',
  'Ein Bild von jemandem, der es benutzt.',
  'Eine Zeile, in die man selbst etwas schreiben kann.',
]
export const wonders: readonly string[] = [
  'Wer pflegt das im Urlaub?',
  'Was sagt der Personalrat zu den Zahlen auf der zweiten Seite?',
  'Ob es auch ohne die Schnittstelle im Winter durchhält.',
  'Wie erfahren Menschen überhaupt, dass es das gibt?',
  'Was geschieht, wenn zwei Kommunen es verschieden machen?',
  'Hält das auch, wenn die Praktikantin wieder weg ist?',
  'Wer merkt es als Erstes, wenn eine Angabe falsch ist?',
  'Reicht der Ausdruck, oder braucht es einen Bildschirm?',
  'Ob die Älteren es eher benutzen als die Jungen.',
  'Wie viel davon gibt es nebenan schon?',
  'Was wird daraus nach der nächsten Wahl?',
  'Kostet es uns am Ende doch eine Stelle?',
]

/** Minutes of a meeting, the last line first thing next time. */
export const sessions: readonly (readonly [title: string, points: readonly string[]])[] = [
  [
    'Auftakt',
    [
      'Vorstellung mit einem Gegenstand vom eigenen Schreibtisch. Der Gummistempel gewinnt.',
      'Regeln vereinbart: klein anfangen, morgen zeigen.',
      'Interviews aufgeteilt; jede Kommune führt mindestens eines.',
    ],
  ],
  [
    'Auswertung der Interviews',
    [
      'Zehn Protokolle gelesen, O-Töne markiert, acht Muster gebildet.',
      'Überraschung: In fast allen Gesprächen ging es um Auskunft und fast nie um Technik.',
      'Gegenbeispiele ausdrücklich gesammelt.',
    ],
  ],
  [
    'Ideen und Auswahl',
    [
      'Zwölf Minuten Stillarbeit, danach aufgedeckt und nach Ähnlichkeit geordnet.',
      'Punktabfrage: drei Ideen kommen in die engere Auswahl.',
      'Die verworfenen Ideen bleiben sichtbar.',
    ],
  ],
  [
    'Test und Entscheidung',
    [
      'Drei Annahmen geprüft, eine widerlegt. Der Applaus galt der widerlegten.',
      'Zweite Fassung beschlossen.',
      'Partner angesprochen; zwei Zusagen noch in der Sitzung.',
    ],
  ],
]

export const lookingBack: readonly (readonly [
  about: string,
  good: string,
  difficult: string,
  nextTime: string,
])[] = [
  [
    'Nach vier Wochen',
    'Wir lachen viel und fangen pünktlich an.',
    'Die Interviews haben länger gedauert als gedacht.',
    'Vertretung von Anfang an mit einladen.',
  ],
  [
    'Nach den Tests',
    'Die Testpersonen waren ehrlicher als wir.',
    'Wir haben zu früh von der fertigen Lösung gesprochen.',
    'Erst beobachten, dann erklären.',
  ],
  [
    'Zum Schluss',
    'Zwei Kommunen machen weiter, ohne dass jemand sie bitten musste.',
    'Der Abschied.',
    'In sechs Monaten ein Wiedersehen, Kuchen bringt die Gruppe mit.',
  ],
]

export const flashes: readonly string[] = [
  'Ein Satz zum Mitnehmen: Fragen ist billiger als Bauen.',
  'Heute war leicht. Das Schwere kommt noch, aber jetzt sind wir zehn.',
  'Ich habe zum ersten Mal verstanden, was nebenan geschieht.',
  'Die Pause war zu kurz und genau richtig.',
  'Gut: Niemand hat „Digitalisierung“ gesagt.',
  'Ich nehme einen Satz mit, den ich ab morgen anders schreibe.',
  'Zu viele Karten. Und keine würde ich wegwerfen.',
  'Beim nächsten Mal früher mit dem Zeigen anfangen.',
  'Danke an alle, die trotz Rückstand da waren.',
  'Wir haben uns gestritten und danach besser gearbeitet.',
]

export const upsideDown: readonly string[] = [
  'Zuerst eine Bescheinigung verlangen, dass keine Bescheinigung fehlt.',
  'Alle Auskünfte nur noch per Fax, und das Fax abbestellen.',
  'Den Betrag in Worten, in der Fußnote, auf Seite neun.',
  'Die Öffnungszeiten nach dem Mondkalender.',
  'Ein Konto für das Konto, mit dem man sich am Konto anmeldet.',
  'Jede Rückfrage einzeln, mit zwei Wochen Abstand.',
  'Eine Telefonnummer, die nur erreicht, wer sie nicht braucht.',
  'Das Formular jedes Jahr um eine Seite ergänzen und nie eine streichen.',
]
