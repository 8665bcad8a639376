export const connection = {
  title: 'Verbindung testen',
  intro:
    'Prüft in ein paar Sekunden, ob dieser Rechner und dieses Netz für eine Sitzung bereit sind. Am besten dort, wo Sie später teilnehmen.',
  running: 'wird geprüft …',
  took: 'Hin und zurück: {{ms}} ms.',
  missing: 'Es fehlt: {{list}}.',
  again: 'Noch einmal prüfen',
  ready: 'Alles bereit. Sie können von hier aus teilnehmen.',
  askTitle: 'Das sollte Ihre IT wissen',
  askIntro:
    'Schicken Sie diesen Text an die Menschen, die Netz und Rechner betreuen. Er enthält nichts über Sie oder Ihre Werkstatt.',
  copy: 'Text kopieren',
  seenWith: 'Geprüft mit: {{browser}}',
  checks: {
    server: {
      name: 'Der Server antwortet',
      good: 'Ja.',
      weak: 'Ja, aber langsam: Anderen erscheint manches etwas früher als Ihnen.',
      failed: 'Nein. Ohne ihn geht nichts.',
      ask: '{{origin}} ist nicht oder nur langsam zu erreichen. Bitte lassen Sie HTTPS-Verbindungen dorthin zu (Proxy, Firewall, Webfilter), und prüfen Sie die Leitung.',
    },
    socket: {
      name: 'Gemeinsam arbeiten in Echtzeit',
      good: 'Ja, WebSocket-Verbindungen kommen durch.',
      weak: 'Ja, aber langsam: Anderen erscheint manches etwas früher als Ihnen.',
      failed:
        'Nein. Dieses Netz lässt keine WebSocket-Verbindungen zu; Räume bleiben leer oder zeigen „getrennt“.',
      ask: 'Bitte lassen Sie WebSocket-Verbindungen zu {{socket}} zu. Der Proxy muss den Wechsel des Protokolls durchreichen („Upgrade: websocket“, „Connection: Upgrade“) und eine Verbindung mindestens 60 Sekunden ohne Daten offen halten. Wird TLS aufgebrochen und geprüft, nehmen Sie {{host}} davon aus.',
    },
    browser: {
      name: 'Der Browser ist neu genug',
      good: 'Ja.',
      weak: 'Nicht ganz.',
      failed:
        'Nein. Bitte aktualisieren Sie ihn, oder nehmen Sie einen anderen: Firefox, Chrome, Edge oder Safari in einer Fassung der letzten zwei Jahre.',
      ask: 'Der Browser ist zu alt. Nötig ist Firefox, Chrome, Edge oder Safari in einer Fassung der letzten zwei Jahre.',
    },
    storage: {
      name: 'Texte überstehen einen Abbruch der Verbindung',
      good: 'Ja, dieser Browser hebt eine Kopie auf, bis der Server sie hat.',
      weak: 'Nein, dieser Browser hebt nichts auf (privates Fenster, oder abgeschaltet). Sie können teilnehmen; lassen Sie bei einem Abbruch die Seite offen.',
      failed: 'Nein.',
      ask: 'Bitte erlauben Sie {{host}}, Daten im Browser zu speichern (IndexedDB, Websitedaten). Sonst gehen Texte verloren, wenn die Verbindung abbricht und die Seite geschlossen wird.',
    },
  },
}
