/** German texts of the appointment request, by node and field. */
export const appointmentRequestGerman: Record<string, Record<string, string>> = {
  welcome: {
    text: 'Willkommen bei der Physiotherapie Riverside, {{contact.name | schön, dass Sie da sind}}! Ich nehme rund um die Uhr Terminwünsche entgegen; die Anmeldung bestätigt sie am nächsten Werktag telefonisch.',
  },
  service: {
    prompt: 'Weswegen möchten Sie zu uns kommen?',
    'options.first': 'Erster Termin',
    'options.followUp': 'Folgebehandlung',
    'options.massage': 'Sportmassage',
    'options.advice': 'Ich bin nicht sicher',
    retryMessage: 'Bitte wählen Sie eine der vier Möglichkeiten oder schreiben Sie ihren Namen.',
  },
  firstVisitInfo: {
    text: 'Planen Sie für den ersten Termin bitte **45 Minuten** ein und bringen Sie Ihre Überweisung, bequeme Kleidung und vorhandene Aufnahmen oder Befunde mit.',
  },
  complaint: {
    prompt: 'Dafür sind wir da. In einem Satz: Was macht Ihnen zu schaffen, und seit wann?',
    retryMessage: 'Ein paar Worte genügen, zum Beispiel „unterer Rücken, seit zwei Wochen“.',
  },
  painLevel: {
    prompt:
      'Wie stark sind die Schmerzen gerade, von 0 (keine) bis 10 (die stärksten, die Sie sich vorstellen können)?',
  },
  severeHandoff: {
    message:
      'Mit so starken Schmerzen sollten Sie nicht auf einen freien Termin warten. Ich hole jemanden von der Anmeldung dazu. Wenn Sie Taubheit oder Schwäche spüren oder niemanden erreichen, wählen Sie bitte den Notruf.',
  },
  date: {
    prompt: 'Welcher Tag würde Ihnen passen?',
    retryMessage: 'Bitte nennen Sie ein Datum mit Tag, Monat und Jahr, zum Beispiel 15.3.2027.',
  },
  timeOfDay: {
    prompt: 'Und zu welchen Zeiten an diesem Tag? Sie dürfen mehrere wählen.',
    'options.morning': '8 bis 11 Uhr',
    'options.midday': '11 bis 14 Uhr',
    'options.afternoon': '14 bis 17 Uhr',
    'options.evening': '17 bis 20 Uhr',
    retryMessage: 'Bitte wählen Sie mindestens eine der Zeiten.',
  },
  name: { prompt: 'Auf welchen Namen dürfen wir den Termin vormerken?' },
  phone: {
    prompt: 'Unter welcher Nummer erreicht Sie die Anmeldung?',
    retryMessage:
      'Das sieht noch nicht nach einer Telefonnummer aus. Bitte schreiben Sie sie mit Vorwahl, zum Beispiel +49 30 1234567.',
  },
  phoneMissing: { message: 'Kein Problem, ab hier übernimmt eine Kollegin oder ein Kollege.' },
  confirm: {
    prompt:
      'Ich fasse zusammen, {{var.name}}:\n\n- **Termin:** {{var.service}}\n- **Tag:** {{var.date}}\n- **Zeit:** {{var.timeOfDay}}\n- **Telefon:** {{var.phone}}\n\nDarf ich die Anfrage abschicken?',
    'options.send': 'Ja, abschicken',
    'options.service': 'Anderer Termin',
    'options.date': 'Anderer Tag oder andere Zeit',
    'options.phone': 'Andere Telefonnummer',
    retryMessage: 'Bitte sagen Sie, ob ich abschicken darf oder was sich ändern soll.',
  },
  consent: {
    prompt:
      'Noch eins: Dürfen wir diese Angaben speichern, um Ihren Termin zu vereinbaren? Wir löschen sie nach sechs Monaten, auf Wunsch auch früher.',
  },
  notStored: {
    message:
      'Verstanden, es wurde nichts angefragt. Rufen Sie uns gern stattdessen an, montags bis freitags von 8 bis 18 Uhr.',
  },
  requested: {
    text: 'Vielen Dank, {{var.name}}. Ihre Anfrage für **{{var.service}}** am **{{var.date}}** liegt bei der Anmeldung; wir rufen Sie zur Bestätigung unter {{var.phone}} an.',
  },
  rating: { prompt: 'Wie war es, auf diesem Weg einen Termin anzufragen, von 1 bis 5?' },
  feedback: { prompt: 'Danke für Ihre Offenheit. Was hätte es einfacher gemacht?' },
  goodbye: { message: 'Vielen Dank, und bis bald!' },
};
