/** German words that one person writes and another asks by. Within a line each stands for each. */
export const germanGroups = `
abbestellen kündigen abmelden
abbuchen einziehen lastschrift
abfall müll
abholen abholung mitnehmen
abstellen parken parkplatz stellplatz
abonnement abo mitgliedschaft vertrag
adresse anschrift
aktualisieren update erneuern
anfang beginn start
anfangen beginnen starten
angebot aktion
angestellte mitarbeiter personal
anmelden anmeldung registrieren login einloggen
anreise ankunft einchecken checkin
abreise auszug auschecken checkout ausziehen
anruf telefonat anrufen telefonieren telefon telefonnummer telefonisch
antworten antwort beantworten
anwalt rechtsanwalt
apotheke medikament arznei
arbeitszeit dienstzeit
artikel produkt ware
arzt ärztin praxis
ausgabe kosten
ausweis personalausweis pass
auto pkw wagen fahrzeug
bad badezimmer dusche
bahn zug bahnhof
bar bargeld
beenden schließen kündigen
befristet begrenzt
beginnen losgehen
behandlung therapie
beitrag gebühr entgelt kosten preis
benutzen verwenden nutzen gebrauchen
benutzer nutzer anwender
bescheinigung nachweis attest zertifikat
beschwerde reklamation
besuchszeit besuch
bett schlafplatz
bezahlen zahlen zahlung bezahlung zahlungsart
bild foto photo
billig günstig preiswert
bruder schwester geschwister
buchen reservieren buchung reservierung
chef leiter geschäftsführer leitung
daten informationen angaben
dauer dauern lang
defekt kaputt beschädigt schaden kaputtgehen
datenschutz privatsphäre
eingang tür
einkaufen supermarkt laden geschäft filiale
email mail
ende schluss
entfernen löschen
entscheiden wählen auswählen
entschädigung erstattung
erhöhen steigern
erlauben erlaubt gestatten gestattet dürfen
essen mahlzeit speise
fahrrad rad
familie angehörige
fehler problem störung
fenster scheibe
fernseher tv
feuer brand
formular antrag
frist termin
früher eher vorher
führerschein fahrerlaubnis
garantie gewährleistung
gast besucher
gebraucht secondhand
geld betrag
geöffnet offen öffnungszeiten aufmachen aufhaben
geschlossen zu
geschenk gutschein
gratis kostenlos umsonst kostenfrei
handy smartphone mobiltelefon
haustier hund katze tier
heizung heizen warm
hilfe unterstützung support
internet wlan wifi netz
jugendliche teenager
kasse bezahlen
kaution pfand
kennwort passwort zugangsdaten
kind kinder nachwuchs
kleidung bekleidung
kontakt ansprechpartner
konto account benutzerkonto
kosten preis kostet teuer
kostenvoranschlag angebot
krank krankheit erkrankung
kunde käufer
kurs lehrgang schulung
lärm ruhe leise laut
lieferung versand zustellung liefern versenden zustellen
lieferzeit versanddauer
lohn gehalt verdienst
lösung abhilfe
meldung nachricht benachrichtigung
miete mietpreis
mindestens wenigstens
möglich machbar
nachlass rabatt ermäßigung vergünstigung
nachtruhe ruhezeit
nebenkosten zusatzkosten
notfall notruf
online internet
ort standort adresse
paket päckchen sendung
patient patientin
pause unterbrechung pausieren
problem schwierigkeit
prüfen kontrollieren überprüfen
quittung beleg kassenbon rechnung
rauchen zigarette
rate ratenzahlung ratenkauf
regel vorschrift
reinigung putzen sauber
reparieren reparatur
rückgabe rücksendung retoure zurückgeben zurückschicken zurücksenden umtausch umtauschen
rückerstattung erstattung erstatten geld
schicken senden versenden
schließfach spind
schlüssel türcode
schnell rasch sofort
schüler student azubi
senior rentner
stornieren stornierung absagen absage
straße weg
technik gerät
termin verabredung
ticket eintrittskarte fahrkarte
treffen besprechung
übernachten übernachtung
überweisung überweisen bankverbindung
unfall verletzung
unterschrift unterschreiben
urlaub ferien
verboten untersagt verbot
verlängern verlängerung
verlieren verloren fundsachen
versicherung versichert
verspätet verspätung spät
vertreter vertretung
verwalten verwaltung
voraussetzung bedingung
wäsche waschmaschine waschen
wechseln ändern umstellen
weiter fortsetzen
widerruf widerrufen
wohnung apartment unterkunft
zeigen anzeigen
zugang zutritt
zurücktreten stornieren
`;
