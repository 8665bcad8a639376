/**
 * One sentence or two per error code: what happened, what is safe, what to do. Keys are the codes of
 * `shared/errors/catalogue.ts`; those that somebody who joins may read stand in `door.ts`.
 */
export const errors = {
  exports_waiting:
    'Es werden gerade andere Dateien geschrieben. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
  meaning_unavailable:
    'Der Dienst, der nach der Bedeutung ordnet, antwortet gerade nicht. Auf der Tafel hat sich nichts geändert. Bitte versuchen Sie es später noch einmal.',
  mail_unavailable:
    'Der Mailserver antwortet gerade nicht. Es ging keine Nachricht hinaus. Bitte versuchen Sie es später noch einmal.',
  login_failed: 'E-Mail-Adresse oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.',
  login_outdated:
    'Sie haben inzwischen mehr Rechte. Öffnen Sie hier zuerst Ihren bisherigen Rückkehr-Link, oder lassen Sie sich von der Moderation einen neuen geben.',
  breakouts_open:
    'Es sind schon Kleingruppen offen. Holen Sie zuerst alle zurück und schließen Sie die Räume.',
  rehearsals_full:
    'Es proben gerade schon mehrere andere. Bitte versuchen Sie es in einer Weile noch einmal.',
  breakouts_full:
    'In dieser Werkstatt liegen zu viele Gruppen. Löschen Sie Kleingruppen aus dem Archiv, die niemand mehr braucht.',
  last_group:
    'Das Plenum und die letzte Projektgruppe bleiben, solange es die Werkstatt gibt. Löschen Sie bei Bedarf die ganze Werkstatt.',
  last_account:
    'Das ist das einzige Konto hier. Ohne Konto könnte niemand mehr Werkstätten anlegen; legen Sie vorher ein anderes an.',
  key_invalid: 'Dieser Zugangsschlüssel gilt nicht: Er ist unbekannt, abgelaufen oder widerrufen.',
  key_not_allowed: 'Dafür gilt dieser Zugangsschlüssel nicht.',
  gallery_closed:
    'Die Galerie ist für diese Werkstatt nicht geöffnet, oder es ist so viel veröffentlicht, wie hineinpasst. Nichts wurde öffentlich.',
  profile_changed:
    'Der Steckbrief wurde geändert, während Sie die Vorschau vor sich hatten. Nichts wurde öffentlich. Sehen Sie sich die neue Vorschau an.',
  profile_not_publishable:
    'So kann der Steckbrief nicht öffentlich werden: Er ist nicht freigegeben, oder es steht noch etwas darin, das nicht hinausdarf.',
  keys_full:
    'Sie haben schon sehr viele Zugangsschlüssel. Widerrufen Sie zuerst einen, den niemand mehr braucht.',
  webhook_host_refused:
    'An diese Adresse darf Werkraum nichts melden. Wer Werkraum betreibt, legt fest, welche Gegenstellen erlaubt sind.',
  webhooks_full:
    'Sie haben schon sehr viele Benachrichtigungen eingerichtet. Löschen Sie zuerst eine, die niemand mehr braucht.',
  archive_changed:
    'Der Raum wurde gerade ins Archiv gelegt oder zurückgeholt. Bitte öffnen Sie ihn noch einmal.',
  setup_link_invalid:
    'Dieser Einrichtungs-Link gilt nicht mehr. Starten Sie den Server neu: Solange es noch kein Konto gibt, zeigt er einen neuen an.',
  public_url_mismatch:
    'Eingestellt ist die Adresse {{address}} (WERKRAUM_PUBLIC_URL), Sie haben Werkraum aber unter {{opened}} geöffnet. So bliebe niemand angemeldet, oder Links führten in die Irre. Öffnen Sie den Einrichtungs-Link unter der eingestellten Adresse, oder ändern Sie die Einstellung und starten Sie neu. Der Link wurde nicht verbraucht.',
  password_wrong: 'Das jetzige Passwort stimmt nicht. Es wurde nichts geändert.',
  reset_link_invalid:
    'Dieser Link für ein neues Passwort gilt nicht mehr. Bitten Sie die Person, die den Werkraum betreibt, um einen neuen.',
  email_taken: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an.',
  reminder_link_invalid:
    'Dieser Link gilt nicht mehr. Ob Sie eine tägliche Erinnerung bekommen, sehen und ändern Sie in der Werkstatt auf „Ihre 2 Stunden“.',
  return_link_invalid:
    'Dieser Rückkehr-Link gilt nicht mehr. Ihre Beiträge sind sicher; die Moderation kann Ihnen einen neuen Link geben.',
  organisation_taken:
    'Eine Organisation mit diesem Namen gibt es in der Werkstatt schon. Führen Sie beide zusammen oder wählen Sie einen anderen Namen.',
  last_moderator:
    'Eine Werkstatt braucht mindestens eine Person in der Moderation. Geben Sie die Rolle zuerst jemand anderem.',

  image_type_unsupported:
    'Dieses Format ist nicht möglich. Bitte nehmen Sie PNG, JPEG, GIF oder WebP. Es wurde nichts hochgeladen.',
  image_too_large: 'Das Bild ist zu groß. Möglich sind bis zu 10 MB. Es wurde nichts hochgeladen.',
  image_too_detailed:
    'Das Bild hat zu viele Bildpunkte. Möglich sind bis zu {{megapixels}} Megapixel. Es wurde nichts hochgeladen.',
  image_unreadable: 'Diese Bilddatei ist beschädigt oder unvollständig. Es wurde nichts hochgeladen.',
  images_full:
    'Der Platz für Bilder ist aufgebraucht ({{mb}} MB). Es wurde nichts hochgeladen; die Karten sind sicher.',
  template_too_large:
    'Diese Vorlage ist zu groß. Möglich sind bis zu {{mb}} MB. Oft hilft ein kleineres Bild im Briefkopf.',
  template_unreadable:
    'Diese Datei lässt sich nicht als Vorlage verwenden. Bitte öffnen Sie sie in Ihrem Schreibprogramm, speichern Sie sie ohne Kennwort als .docx, .odt oder .pptx und wählen Sie sie noch einmal aus.',
  template_colour:
    'Diese Farbe ist auf weißem Papier zu blass zum Lesen. Wählen Sie eine dunklere; es gilt weiter, was bisher galt.',
  template_linked:
    'Ein Bild dieser Vorlage liegt auf einem anderen Server. Bitte fügen Sie es in die Datei selbst ein und wählen Sie sie noch einmal aus.',
  protocol_file_type:
    'Dieses Format lässt sich nicht einlesen. Möglich sind Word (.docx), OpenDocument (.odt), RTF, HTML, Markdown und einfacher Text. Ältere Word-Dateien (.doc) und PDF speichern Sie bitte vorher als .docx.',
  protocol_file_too_large:
    'Diese Datei ist zu groß. Möglich sind bis zu {{mb}} MB. Oft hilft es, sie ohne Bilder zu speichern.',
  protocol_file_too_long:
    'Der Text in dieser Datei ist zu lang. Möglich sind {{max}} Zeichen. Bitte teilen Sie ihn auf mehrere Dateien auf.',
  protocol_file_locked:
    'Diese Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort und wählen Sie sie noch einmal aus.',
  protocol_file_unreadable:
    'Diese Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie in Ihrem Schreibprogramm, speichern Sie sie neu und wählen Sie sie noch einmal aus.',
  protocol_file_slow:
    'Diese Datei zu lesen hat zu lange gedauert, vielleicht ist der Server gerade ausgelastet. Bitte wählen Sie sie in ein paar Minuten noch einmal aus, oder fügen Sie den Text unten ein.',
  protocol_file_empty:
    'In dieser Datei steht kein Text. Ist er eingescannt? Dann ist er ein Bild und muss abgeschrieben oder mit Texterkennung gelesen werden.',
  import_unreadable:
    'Diese Datei lässt sich nicht lesen. Bitte wählen Sie eine Werkstatt-Datei (JSON) aus Werkraum. Es wurde nichts verändert.',
  import_too_new:
    'Diese Datei stammt aus einer neueren Version von Werkraum. Bitte bringen Sie den Server auf den neuesten Stand. Es wurde nichts verändert.',
  import_page_full:
    'Auf einer Seite in dieser Datei liegen mehr als {{max}} Elemente. So viele nimmt keine Tafel auf. Es wurde nichts verändert.',
  import_text_too_long:
    'Ein Text in dieser Datei ist länger als {{max}} Zeichen. So lang darf er in seinem Feld nicht sein. Es wurde nichts verändert.',
  import_images_full:
    'In dieser Datei sind mehr Bilder, als eine Werkstatt fassen kann: je Gruppe {{images}} Bilder und {{mb}} MB. Es wurde nichts verändert.',

  protocol_version:
    'Werkraum wurde erneuert. Bitte laden Sie die Seite neu; Ihre Änderungen bleiben erhalten.',
  generation_mismatch:
    'Dieser Raum wurde auf dem Server neu aufgebaut. Bitte laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  frame_invalid: 'Die Verbindung wurde wegen unlesbarer Daten beendet. Bitte laden Sie die Seite neu.',
  frame_too_large:
    'Diese Änderung war zu groß auf einmal. Bitte fügen Sie weniger auf einmal ein; alles Frühere ist sicher.',
  flooding:
    'Von diesem Gerät kamen zu viele Änderungen in kurzer Zeit. Es geht gleich weiter; Ihre Änderungen bleiben erhalten.',
  too_slow: 'Ihre Verbindung ist gerade zu langsam. Wir verbinden neu; Ihre Änderungen bleiben erhalten.',
  room_unavailable:
    'Dieser Raum ist gerade nicht erreichbar. Sie können weiterarbeiten; Ihre Änderungen werden nachgereicht.',
  server_stopping:
    'Der Server startet gerade neu. Sie können weiterarbeiten; gleich geht es von selbst weiter.',

  update_malformed: 'Eine Änderung war beschädigt und wurde nicht übernommen. Bitte laden Sie die Seite neu.',
  update_incomplete:
    'Einer Änderung fehlte ein früherer Teil. Er wird gerade nachgereicht; Sie müssen nichts tun.',
  update_foreign_client:
    'Eine Änderung gehörte nicht zu diesem Gerät und wurde nicht übernommen. Bitte laden Sie die Seite neu.',
  update_too_large: 'Diese Änderung war zu groß und wurde nicht übernommen. Bitte teilen Sie sie auf.',
  write_not_allowed: 'Mit Ihrer Rolle können Sie hier nichts verändern. Die Änderung wurde nicht übernommen.',
  page_full:
    'Auf dieser Seite ist kein Platz mehr. Was zuletzt dazukam, wurde von der Tafel genommen; der Inhalt der Karten steht weiter in der Liste.',
  room_full:
    'In diesem Raum steht so viel, dass nichts Neues mehr hineinpasst. Was Sie zuletzt geschrieben haben, finden Sie hier wieder. Löschen Sie Texte, die nicht mehr gebraucht werden, oder arbeiten Sie in einer weiteren Gruppe weiter.',
  room_locked:
    'Der Raum ist gerade gesperrt. Ihre Änderung bleibt auf diesem Gerät und wird übernommen, sobald er wieder offen ist.',

  command_unknown:
    'Diese Aktion kennt der Server nicht. Bitte laden Sie die Seite neu, damit sie zum Server passt.',
  reactions_off: 'Die Moderation hat Reaktionen ausgeschaltet.',
  member_muted: 'Die Moderation lässt Sie gerade nur lesen. Ihre Änderung bleibt erhalten.',
  lobby_waiting: 'Die Moderation lässt Sie gleich herein.',
  page_closed: 'Auf dieser Seite ist gerade nur Lesen möglich. Ihre Änderung bleibt erhalten.',
  thing_locked:
    'Das hat die Moderation gesperrt: Es bleibt, wie es ist. Ihre Änderung daran wurde zurückgenommen; was Sie geschrieben haben, liegt als Ihr Entwurf bereit.',
  release_withdrawn:
    'Dieser O-Ton war freigegeben. Weil Sie den Wortlaut geändert haben, bleibt er jetzt in der Gruppe; die Moderation kann ihn neu freigeben.',
  page_in_use: 'Auf dieser Seite läuft schon ein anderer Schritt.',
  reveal_running: 'Die Karten werden gerade aufgedeckt. Ihr Text bleibt auf diesem Gerät erhalten.',
  draft_full:
    'Ihre stillen Karten sind zu umfangreich geworden. Was nicht mehr passt, bleibt auf diesem Gerät.',
  vote_not_ready: 'Das geht bei dieser Abstimmung gerade nicht.',
  vote_paused: 'Die Abstimmung ruht, weil gerade ein anderer Schritt läuft.',
  vote_not_eligible: 'Bei dieser Abstimmung sind Sie nicht stimmberechtigt.',
  ballot_invalid: 'Diese Stimme passt nicht zu den Regeln der Abstimmung.',
  vote_void:
    'Diese Abstimmung ist ungültig: Ihre Stimmen sind in keiner Sicherung enthalten. Bitte stimmen Sie neu ab.',
  vote_too_small:
    'Bei weniger als drei Stimmen ließe sich erkennen, wer wie gestimmt hat. Diese Abstimmung wird deshalb nicht ausgezählt.',
  round_not_named: 'Einzeln aufdecken geht nur in Runden, in denen die Karten einen Namen tragen.',
  authorship_promised:
    'Für diesen Schritt ist zugesagt, weniger über die Schreibenden zu zeigen. Beginnen Sie dafür einen neuen Schritt.',
  step_not_running: 'Dieser Schritt läuft nicht mehr. Jemand anderes hat weitergeschaltet.',
  command_invalid: 'Das hat der Server nicht verstanden. Bitte laden Sie die Seite neu.',
  command_not_allowed: 'Das ist in Ihrer Rolle nicht möglich.',
  timer_not_running: 'Es läuft gerade keine Zeit.',
  timer_not_paused: 'Die Zeit ist gerade nicht angehalten.',
  timer_too_long: 'Mehr als acht Stunden sind nicht möglich.',
  page_unknown: 'Diese Seite gibt es nicht mehr. Bitte wählen Sie eine andere.',
  plan_changed:
    'Jemand anderes hat dieselbe Stelle gerade geändert. Ihr Text steht noch im Feld; bitte vergleichen und neu speichern.',
  minutes_released:
    'Dieses Protokoll ist freigegeben. Ändern lässt es sich nur noch durch eine Berichtigung.',
  minutes_draft: 'Dieses Protokoll ist noch ein Entwurf. Schreiben Sie die Änderung gleich hinein.',
  minutes_full: 'Mehr Berichtigungen passen nicht in dieses Protokoll.',
  plan_step_gone: 'Diesen Schritt hat gerade jemand aus dem Ablauf genommen.',
  agenda_full: 'Ein Ablauf fasst 80 Schritte. Legen Sie dafür eine weitere Sitzung an.',
  meeting_time_invalid: 'Eine Sitzung beginnt zwischen 1900 und 2999. Bitte prüfen Sie das Datum.',
  plan_full: 'Der Plan dieser Werkstatt ist voll. Löschen Sie Sitzungen, die nicht mehr gebraucht werden.',
  methods_full:
    'Mehr eigene Methoden nimmt diese Werkstatt nicht auf. Entfernen Sie solche, die niemand mehr braucht.',
}
