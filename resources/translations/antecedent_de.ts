<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Antecedent</source>
        <translation>Antecedent</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Schema of investigation files</source>
        <translation>Schema der Untersuchungsdateien</translation>
    </message>
    <message>
        <source>Time zone rules</source>
        <translation>Zeitzonenregeln</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>dieses Programm</translation>
    </message>
    <message>
        <source>window, PDF</source>
        <translation>Fenster, PDF</translation>
    </message>
    <message>
        <source>investigation files</source>
        <translation>Untersuchungsdateien</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>SHA-256; on Windows that of the system</source>
        <translation>SHA-256; unter Windows das des Systems</translation>
    </message>
    <message>
        <source>XML sources</source>
        <translation>XML-Quellen</translation>
    </message>
    <message>
        <source>packed sources</source>
        <translation>gepackte Quellen</translation>
    </message>
    <message>
        <source>originals in the file</source>
        <translation>Originale in der Datei</translation>
    </message>
    <message>
        <source>sequence graph</source>
        <translation>Abfolgegraph</translation>
    </message>
    <message>
        <source>plans, reports</source>
        <translation>Pläne, Berichte</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>fonts of reports</source>
        <translation>Schriften der Berichte</translation>
    </message>
    <message>
        <source>zones and their rules</source>
        <translation>Zonen und ihre Regeln</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Lizenzen aller Teile</translation>
    </message>
    <message>
        <source>About Antecedent</source>
        <translation>Über Antecedent</translation>
    </message>
    <message>
        <source>Offline workbench for root-cause investigations in pharmaceutical manufacturing. Nothing leaves this computer.</source>
        <translation>Offline-Arbeitsplatz für Ursachenuntersuchungen in der pharmazeutischen Herstellung. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>&amp;Versionen</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>Text of the GPL 3</source>
        <translation>Text der GPL 3</translation>
    </message>
    <message>
        <source>&amp;GPL 3</source>
        <translation>&amp;GPL 3</translation>
    </message>
    <message>
        <source>Text of the licence of the fonts</source>
        <translation>Text der Lizenz der Schriften</translation>
    </message>
    <message>
        <source>&amp;Fonts</source>
        <translation>&amp;Schriften</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>file created</source>
        <translation>Datei angelegt</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>case created</source>
        <translation>Fall angelegt</translation>
    </message>
    <message>
        <source>case closed</source>
        <translation>Fall geschlossen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>report written</source>
        <translation>Bericht geschrieben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>approval brought in</source>
        <translation>Freigabe übernommen</translation>
    </message>
    <message>
        <source>limits brought in</source>
        <translation>Grenzwerte übernommen</translation>
    </message>
</context>
<context>
    <name>ClosedCase</name>
    <message>
        <source>This case is closed and keeps what was decided before. What you decide counts for open cases.</source>
        <translation>Dieser Fall ist abgeschlossen und behält, was vorher entschieden war. Was Sie entscheiden, zählt für offene Fälle.</translation>
    </message>
</context>
<context>
    <name>ConclusionWords</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensch</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Mitwelt</translation>
    </message>
    <message>
        <source>assets, parts, maintenance, wear</source>
        <translation>Anlagen, Teile, Instandhaltung, Verschleiß</translation>
    </message>
    <message>
        <source>recipe, parameters, procedure</source>
        <translation>Rezeptur, Parameter, Verfahren</translation>
    </message>
    <message>
        <source>lots, suppliers, consumables</source>
        <translation>Materialchargen, Lieferanten, Verbrauchsmaterial</translation>
    </message>
    <message>
        <source>training, shift, handling</source>
        <translation>Schulung, Schicht, Handhabung</translation>
    </message>
    <message>
        <source>sensors, calibration, sampling</source>
        <translation>Sensoren, Kalibrierung, Probenahme</translation>
    </message>
    <message>
        <source>utilities, climate, cleaning of the room</source>
        <translation>Medien, Raumklima, Raumreinigung</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>contributing</source>
        <translation>beitragend</translation>
    </message>
    <message>
        <source>most probable cause</source>
        <translation>wahrscheinlichste Ursache</translation>
    </message>
    <message>
        <source>root cause</source>
        <translation>Grundursache</translation>
    </message>
    <message>
        <source>for</source>
        <translation>dafür</translation>
    </message>
    <message>
        <source>against</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Befragung</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Inspektion</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Paper log</source>
        <translation>Papierprotokoll</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Grundursache</translation>
    </message>
    <message>
        <source>Most probable cause</source>
        <translation>Wahrscheinlichste Ursache</translation>
    </message>
    <message>
        <source>Contributing cause</source>
        <translation>Beitragende Ursache</translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation>Nicht bestimmt</translation>
    </message>
    <message>
        <source>the whole case</source>
        <translation>der ganze Fall</translation>
    </message>
    <message>
        <source>take %1 back</source>
        <translation>%1 zurücknehmen</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>rule out %1</source>
        <translation>%1 ausschließen</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>take %1 away from %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>pin %1 to %2</source>
        <translation>%1 an %2 anheften</translation>
    </message>
    <message>
        <source>turn %1</source>
        <translation>%1 umkehren</translation>
    </message>
    <message>
        <source>conclude on %1</source>
        <translation>Schlussfolgerung zu %1</translation>
    </message>
    <message>
        <source>take the conclusion on %1 back</source>
        <translation>Schlussfolgerung zu %1 zurücknehmen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Reason, kept in the audit trail</source>
        <translation>Begründung, sie bleibt im Prüfpfad</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>share in view</source>
        <translation>Anteil in Sicht</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>%1 vs %2</source>
        <translation>%1 vs. %2</translation>
    </message>
    <message>
        <source>plan %1, draft: no result yet</source>
        <translation>Plan %1, Entwurf: noch kein Ergebnis</translation>
    </message>
    <message>
        <source>plan %1, exploratory: chosen after the plan was frozen</source>
        <translation>Plan %1, explorativ: nach dem Einfrieren des Plans gewählt</translation>
    </message>
    <message>
        <source>plan %1, exploratory, look %2</source>
        <translation>Plan %1, explorativ, Durchgang %2</translation>
    </message>
    <message>
        <source>plan %1, frozen before the first result</source>
        <translation>Plan %1, vor dem ersten Ergebnis eingefroren</translation>
    </message>
    <message>
        <source>plan %1, edited, not assessed; the result below is that of the plan before</source>
        <translation>Plan %1, geändert, nicht bewertet; das Ergebnis unten gehört zum Plan davor</translation>
    </message>
    <message>
        <source>Failures usable</source>
        <translation>Verwertbare Vorfälle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Coverage ≥ 90 %</source>
        <translation>Abdeckung ≥ 90 %</translation>
    </message>
    <message>
        <source>%1 of %2 windows</source>
        <translation>%1 von %2 Fenstern</translation>
    </message>
    <message>
        <source>Smallest reachable p</source>
        <translation>Kleinster erreichbarer p-Wert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Power at odds ratio 5</source>
        <translation>Teststärke bei Odds Ratio 5</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>%1 tried, %2 testable</source>
        <translation>%1 geprüft, %2 testbar</translation>
    </message>
    <message>
        <source>No result has been computed yet</source>
        <translation>Es wurde noch kein Ergebnis berechnet</translation>
    </message>
    <message>
        <source>The plan above says what is compared. It is frozen before the first result, so that nobody can choose it to fit the answer; other parameters can be tried afterwards and are exploratory. It holds for all classes of failure of this case. Freezing is written to the audit trail and can&apos;t be undone in this case.</source>
        <translation>Der Plan oben legt fest, was verglichen wird. Er wird vor dem ersten Ergebnis eingefroren, damit ihn niemand passend wählen kann; andere Parameter lassen sich danach versuchen und gelten als explorativ. Er gilt für alle Klassen von Vorfällen dieses Falls. Das Einfrieren wird in den Prüfpfad geschrieben und lässt sich in diesem Fall nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>With this plan no failure has a usable window, so nothing can be tested.</source>
        <translation>Mit diesem Plan hat kein Vorfall ein verwertbares Fenster; es lässt sich nichts testen.</translation>
    </message>
    <message>
        <source>With this plan no test in control windows can be conclusive: the smallest reachable p is %1. A shorter window gives more controls; failures of batches are also compared with the good uses, batch by batch.</source>
        <translation>Mit diesem Plan kann kein Test in Kontrollfenstern schlüssig sein: der kleinste erreichbare p-Wert ist %1. Ein kürzeres Fenster ergibt mehr Kontrollen; Vorfälle von Chargen werden außerdem Charge für Charge mit den guten Einsätzen verglichen.</translation>
    </message>
    <message>
        <source>What the pre-flight says</source>
        <translation>Was die Vorabprüfung sagt</translation>
    </message>
    <message>
        <source>Exploratory.</source>
        <translation>Explorativ.</translation>
    </message>
    <message>
        <source>These events were chosen as failures after the plan was frozen: at most a lead, never an association.</source>
        <translation>Diese Ereignisse wurden nach dem Einfrieren des Plans als Vorfälle gewählt: höchstens ein Hinweis, nie eine Assoziation.</translation>
    </message>
    <message>
        <source>Exploratory, look %1.</source>
        <translation>Explorativ, Durchgang %1.</translation>
    </message>
    <message>
        <source>The parameters differ from the frozen plan: at most a lead, never an association.</source>
        <translation>Die Parameter weichen vom eingefrorenen Plan ab: höchstens ein Hinweis, nie eine Assoziation.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be assessed: it has no usable window.</source>
        <translation>%1 kann nicht bewertet werden: es gibt kein verwertbares Fenster.</translation>
    </message>
    <message>
        <source>not quiet, p %1</source>
        <translation>nicht ruhig, p %1</translation>
    </message>
    <message>
        <source>quiet, p %1</source>
        <translation>ruhig, p %1</translation>
    </message>
    <message>
        <source>Negative control: its class after t0</source>
        <translation>Negativkontrolle: seine Klasse nach t0</translation>
    </message>
    <message>
        <source>significance unchanged</source>
        <translation>Signifikanz unverändert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1, p adjusted %2: %3</source>
        <translation>%1, p adjustiert %2: %3</translation>
    </message>
    <message>
        <source>not seen in any window: %1</source>
        <translation>in keinem Fenster gesehen: %1</translation>
    </message>
    <message>
        <source>Window −50 % (%1)</source>
        <translation>Fenster −50 % (%1)</translation>
    </message>
    <message>
        <source>Window +50 % (%1)</source>
        <translation>Fenster +50 % (%1)</translation>
    </message>
    <message>
        <source>Window ±50 %</source>
        <translation>Fenster ±50 %</translation>
    </message>
    <message>
        <source>not varied: its length is an event&apos;s, or it was tested batch by batch</source>
        <translation>nicht variiert: die Länge ist die eines Ereignisses, oder es wurde Charge für Charge getestet</translation>
    </message>
    <message>
        <source>nothing to overturn: it is not significant</source>
        <translation>nichts umzustoßen: nicht signifikant</translation>
    </message>
    <message>
        <source>Clocks off by their uncertainty</source>
        <translation>Uhren um ihre Unsicherheit verstellt</translation>
    </message>
    <message>
        <source>p %1 instead of %2</source>
        <translation>p %1 statt %2</translation>
    </message>
    <message>
        <source>Without shared windows</source>
        <translation>Ohne gemeinsame Fenster</translation>
    </message>
    <message>
        <source>p %1</source>
        <translation>p %1</translation>
    </message>
    <message>
        <source>E-value</source>
        <translation>E-Wert</translation>
    </message>
    <message>
        <source>a hidden common cause would need a ratio of %1 with both</source>
        <translation>eine verborgene gemeinsame Ursache bräuchte mit beiden ein Verhältnis von %1</translation>
    </message>
    <message>
        <source>Failures vs controls</source>
        <translation>Vorfälle vs. Kontrollen</translation>
    </message>
    <message>
        <source>Odds ratio, 95 %</source>
        <translation>Odds Ratio, 95 %</translation>
    </message>
    <message>
        <source>Median lag</source>
        <translation>Vorlauf, Median</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message numerus="yes">
        <source>, %1 windows left out</source>
        <translation>
            <numerusform>, %1 Fenster ausgelassen</numerusform>
            <numerusform>, %1 Fenster ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>a sign of the failure rather than an antecedent</source>
        <translation>eher ein Anzeichen des Vorfalls als ein Vorläufer</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Gemeinsam mit</translation>
    </message>
    <message>
        <source>Physical evidence</source>
        <translation>Physischer Beleg</translation>
    </message>
    <message>
        <source>What supports it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>Was dagegen spricht</translation>
    </message>
    <message>
        <source>Other causes considered</source>
        <translation>Andere erwogene Ursachen</translation>
    </message>
    <message>
        <source>The data say nothing for or against.</source>
        <translation>Die Daten sagen nichts dafür oder dagegen.</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Failures
vs controls</source>
        <translation>Vorfälle
vs. Kontrollen</translation>
    </message>
    <message>
        <source>Odds ratio, 95 % interval</source>
        <translation>Odds Ratio, 95-%-Intervall</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>p
adjusted</source>
        <translation>p
adjustiert</translation>
    </message>
    <message>
        <source>Median
lag</source>
        <translation>Vorlauf
Median</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Place for this failure; rank %1 in its classification</source>
        <translation>Platz für diesen Vorfall; Rang %1 in seiner Klassifizierung</translation>
    </message>
    <message>
        <source> (symptom)</source>
        <translation> (Symptom)</translation>
    </message>
    <message>
        <source>exact p %1; smallest reachable %2</source>
        <translation>exakter p-Wert %1; kleinster erreichbarer %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Whether this failure&apos;s own window shows it</source>
        <translation>Ob das Fenster dieses Vorfalls ihn selbst zeigt</translation>
    </message>
    <message>
        <source>Failures do not show it more often than controls: more windows like these would not make it an association.</source>
        <translation>Vorfälle zeigen ihn nicht häufiger als Kontrollen: mehr Fenster wie diese ergäben keine Assoziation.</translation>
    </message>
    <message numerus="yes">
        <source>%n more failure(s)</source>
        <translation>
            <numerusform>%n weiterer Vorfall</numerusform>
            <numerusform>%n weitere Vorfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more control(s)</source>
        <translation>
            <numerusform>%n weitere Kontrolle</numerusform>
            <numerusform>%n weitere Kontrollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not even %1 more failures, or %2 more controls, would decide it if they show it as often as now.</source>
        <translation>Selbst %1 weitere Vorfälle oder %2 weitere Kontrollen würden nicht entscheiden, wenn sie ihn so oft zeigen wie jetzt.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Needed to decide: %1, if they show it as often as now.</source>
        <translation>Nötig zur Entscheidung: %1, wenn sie ihn so oft zeigen wie jetzt.</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>exact %1, adjusted %2</source>
        <translation>exakt %1, adjustiert %2</translation>
    </message>
    <message>
        <source>%1, at most %2 per failure</source>
        <translation>%1, höchstens %2 je Vorfall</translation>
    </message>
    <message>
        <source>Seen here</source>
        <translation>Hier gesehen</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Preventive work due</source>
        <translation>Vorbeugende Instandhaltung fällig</translation>
    </message>
    <message>
        <source>Calibration due</source>
        <translation>Kalibrierung fällig</translation>
    </message>
    <message>
        <source>overdue by %1 on %2</source>
        <translation>überfällig um %1 an %2</translation>
    </message>
    <message>
        <source>unknown, no due date in the data</source>
        <translation>unbekannt, kein Fälligkeitsdatum in den Daten</translation>
    </message>
    <message>
        <source>not overdue</source>
        <translation>nicht überfällig</translation>
    </message>
    <message>
        <source>no open work order</source>
        <translation>kein offener Arbeitsauftrag</translation>
    </message>
    <message>
        <source>unknown, no work orders known at that time</source>
        <translation>unbekannt, zu dieser Zeit keine Arbeitsaufträge bekannt</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>open on %1</source>
        <translation>offen an %1</translation>
    </message>
    <message>
        <source>%1 %2 (tolerance %3), %4, %5</source>
        <translation>%1 %2 (Toleranz %3), %4, %5</translation>
    </message>
    <message>
        <source>result unknown</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>Last as found</source>
        <translation>Zuletzt vorgefunden</translation>
    </message>
    <message>
        <source>unknown, no calibration in the data</source>
        <translation>unbekannt, keine Kalibrierung in den Daten</translation>
    </message>
    <message>
        <source>batch steps and running states</source>
        <translation>Chargenschritten und Laufzuständen</translation>
    </message>
    <message>
        <source>meter readings</source>
        <translation>Zählerständen</translation>
    </message>
    <message>
        <source>coverage of the sources</source>
        <translation>Abdeckung der Quellen</translation>
    </message>
    <message>
        <source>unknown, no record</source>
        <translation>unbekannt, kein Datensatz</translation>
    </message>
    <message>
        <source>%1 h, %2 run hours, %3 batches (%4)</source>
        <translation>%1 h, %2 Betriebsstunden, %3 Chargen (%4)</translation>
    </message>
    <message>
        <source>%1 by %2 h</source>
        <translation>%1 um %2 h</translation>
    </message>
    <message>
        <source>overdue: %1</source>
        <translation>überfällig: %1</translation>
    </message>
    <message>
        <source>unknown, no due date</source>
        <translation>unbekannt, kein Fälligkeitsdatum</translation>
    </message>
    <message>
        <source>As known then: %1. As known now: %2.</source>
        <translation>Damaliger Stand: %1. Heutiger Stand: %2.</translation>
    </message>
    <message>
        <source>Known only later</source>
        <translation>Erst später bekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>Since maintenance</source>
        <translation>Seit Instandhaltung</translation>
    </message>
    <message>
        <source>Since preventive</source>
        <translation>Seit vorbeugender</translation>
    </message>
    <message>
        <source>Since corrective</source>
        <translation>Seit korrektiver</translation>
    </message>
    <message>
        <source>Since replacement</source>
        <translation>Seit Austausch</translation>
    </message>
    <message>
        <source>Since calibration</source>
        <translation>Seit Kalibrierung</translation>
    </message>
    <message>
        <source>Since cleaning</source>
        <translation>Seit Reinigung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Run hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Last or due</source>
        <translation>Zuletzt oder fällig</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>As known then</source>
        <translation>Damaliger Stand</translation>
    </message>
    <message>
        <source>As known now</source>
        <translation>Heutiger Stand</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>No asset is recorded for %1. Choose an asset above to see its condition at that time.</source>
        <translation>Für %1 ist keine Anlage erfasst. Wählen Sie oben eine Anlage, um ihren Zustand zu dieser Zeit zu sehen.</translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4, %5. Run hours by %6.</source>
        <translation>%1: %2 um %3 %4, %5. Betriebsstunden aus %6.</translation>
    </message>
    <message>
        <source>as known then</source>
        <translation>damaliger Stand</translation>
    </message>
    <message>
        <source>as known now</source>
        <translation>heutiger Stand</translation>
    </message>
    <message>
        <source>Neither an asset nor a batch is known for %1. Choose an asset under Condition.</source>
        <translation>Zu %1 ist weder eine Anlage noch eine Charge bekannt. Wählen Sie eine Anlage unter Zustand.</translation>
    </message>
    <message>
        <source>the batch</source>
        <translation>die Charge</translation>
    </message>
    <message numerus="yes">
        <source>%1 more answers of then can&apos;t be told: sources of %2 state no time of entry.</source>
        <translation>
            <numerusform>%1 weitere Antwort von damals ist nicht feststellbar: Quellen von %2 nennen keine Eintragszeit.</numerusform>
            <numerusform>%1 weitere Antworten von damals sind nicht feststellbar: Quellen von %2 nennen keine Eintragszeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sources of %1 state no time of entry.</source>
        <translation>Quellen von %1 nennen keine Eintragszeit.</translation>
    </message>
    <message>
        <source>Nothing about %1 is known now that is known not to have been known then.</source>
        <translation>Über %1 ist heute nichts bekannt, was damals nachweislich nicht bekannt war.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 differences between what was known at t0 and what is known now.</source>
        <translation>
            <numerusform>%1: %2 Unterschied zwischen dem, was zu t0 bekannt war, und dem, was heute bekannt ist.</numerusform>
            <numerusform>%1: %2 Unterschiede zwischen dem, was zu t0 bekannt war, und dem, was heute bekannt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Material lot</source>
        <translation>Materialcharge</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Installed part</source>
        <translation>Eingebautes Teil</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezeptur</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Duration of step</source>
        <translation>Dauer des Schritts</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <source>Clean in hold</source>
        <translation>Sauber in Standzeit</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>PM in date</source>
        <translation>PM in Frist</translation>
    </message>
    <message>
        <source>No open work</source>
        <translation>Keine offene Arbeit</translation>
    </message>
    <message>
        <source>Right status</source>
        <translation>Richtiger Status</translation>
    </message>
    <message>
        <source>Site time</source>
        <translation>Standortzeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>To failure</source>
        <translation>Bis zum Vorfall</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Wie in der Quelle</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>In this batch</source>
        <translation>In dieser Charge</translation>
    </message>
    <message>
        <source>Good, the same</source>
        <translation>Gute, dasselbe</translation>
    </message>
    <message>
        <source>In the good batches</source>
        <translation>In den guten Chargen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 records from %3 before to %4 after t0. Site time is %5.</source>
        <translation>
            <numerusform>%1: %2 Datensatz von %3 vor bis %4 nach t0. Standortzeit ist %5.</numerusform>
            <numerusform>%1: %2 Datensätze von %3 vor bis %4 nach t0. Standortzeit ist %5.</numerusform>
        </translation>
    </message>
    <message>
        <source>No batch is known for %1, so fit for use can&apos;t be asked. The condition of an asset can: see Condition.</source>
        <translation>Zu %1 ist keine Charge bekannt, daher gibt es keine Frage nach der Einsatzbereitschaft. Den Zustand einer Anlage zeigt „Zustand“.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Began %1.</source>
        <translation>Begonnen %1.</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>%1: batch %2 at the start of each step, %3: %4 × yes, %5 × no, %6 × unknown.</source>
        <translation>%1: Charge %2 zu Beginn jedes Schritts, %3: %4 × ja, %5 × nein, %6 × unbekannt.</translation>
    </message>
    <message>
        <source>Batch %1 has no step with an asset in the data. Import its batch record to ask whether its equipment was fit for use.</source>
        <translation>Charge %1 hat in den Daten keinen Schritt mit einer Anlage. Importieren Sie ihr Chargenprotokoll, um zu fragen, ob ihre Anlagen einsatzbereit waren.</translation>
    </message>
    <message>
        <source>No batch is known for %1, so there is nothing to compare. Its chronology and the condition of an asset stand in the other tabs.</source>
        <translation>Zu %1 ist keine Charge bekannt, es gibt also nichts zu vergleichen. Chronologie und Zustand einer Anlage stehen in den anderen Reitern.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>In this batch: %1. In the good batches: %2. %3 of %4 good batches had the same.</source>
        <translation>
            <numerusform>In dieser Charge: %1. In den guten Chargen: %2. %3 von %4 guten Charge hatte dasselbe.</numerusform>
            <numerusform>In dieser Charge: %1. In den guten Chargen: %2. %3 von %4 guten Chargen hatten dasselbe.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no earlier good batch of the same product to compare %1 with. Import more of its history.</source>
        <translation>Es gibt keine frühere gute Charge desselben Produkts, mit der sich %1 vergleichen ließe. Importieren Sie mehr von ihrer Vorgeschichte.</translation>
    </message>
    <message>
        <source>Batch %1 differs in nothing that the data tell.</source>
        <translation>Charge %1 unterscheidet sich in nichts, was die Daten hergeben.</translation>
    </message>
    <message numerus="yes">
        <source>%1: batch %2 against the last %3 good batches (%4).</source>
        <translation>
            <numerusform>%1: Charge %2 gegen die letzte gute Charge (%4; Zahl: %3).</numerusform>
            <numerusform>%1: Charge %2 gegen die letzten %3 guten Chargen (%4).</numerusform>
        </translation>
    </message>
    <message>
        <source>The same: %1.</source>
        <translation>Gleich: %1.</translation>
    </message>
    <message>
        <source>No data to compare: %1.</source>
        <translation>Keine Daten zum Vergleich: %1.</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>%1 more do not match the filter of the bar above.</source>
        <translation>%1 weitere passen nicht zum Filter in der Leiste oben.</translation>
    </message>
</context>
<context>
    <name>InvestigationExports</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>XES (*.xes)</source>
        <translation>XES (*.xes)</translation>
    </message>
    <message>
        <source>OCEL 2.0, JSON (*.jsonocel)</source>
        <translation>OCEL 2.0, JSON (*.jsonocel)</translation>
    </message>
    <message>
        <source>OCEL 2.0, SQLite (*.sqlite)</source>
        <translation>OCEL 2.0, SQLite (*.sqlite)</translation>
    </message>
    <message numerus="yes">
        <source>%1 records in %n tables are in %2.</source>
        <translation>
            <numerusform>%1 Datensätze in %n Tabelle sind in %2.</numerusform>
            <numerusform>%1 Datensätze in %n Tabellen sind in %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not carried: %1.</source>
        <translation>Nicht enthalten: %1.</translation>
    </message>
    <message>
        <source>The event log is in %1.</source>
        <translation>Das Ereignislog ist in %1.</translation>
    </message>
</context>
<context>
    <name>InvestigationFiles</name>
    <message>
        <source>New investigation</source>
        <translation>Neue Untersuchung</translation>
    </message>
    <message>
        <source>Tablet weight on line 3, spring 2026</source>
        <translation>Tablettengewicht auf Linie 3, Frühjahr 2026</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Time zone of the site</source>
        <translation>Zeitzone des Standorts</translation>
    </message>
    <message>
        <source>Where to keep the investigation</source>
        <translation>Ablageort der Untersuchung</translation>
    </message>
    <message>
        <source>Investigations (*.ante)</source>
        <translation>Untersuchungen (*.ante)</translation>
    </message>
    <message numerus="yes">
        <source>%1 sources imported: %2 rows stored, %3 rejected.</source>
        <translation>
            <numerusform>%1 Quelle importiert: %2 Zeilen gespeichert, %3 abgewiesen.</numerusform>
            <numerusform>%1 Quellen importiert: %2 Zeilen gespeichert, %3 abgewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 were imported before.</source>
        <translation>
            <numerusform>%1 war schon importiert.</numerusform>
            <numerusform>%1 waren schon importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>the sample can&apos;t be unpacked</source>
        <translation>das Beispiel lässt sich nicht entpacken</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Without asset</source>
        <translation>Ohne Anlage</translation>
    </message>
    <message>
        <source>Batch steps</source>
        <translation>Chargenschritte</translation>
    </message>
    <message>
        <source>Equipment state</source>
        <translation>Betriebszustand</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>‹ %1 before this view</source>
        <translation>‹ %1 vor dieser Ansicht</translation>
    </message>
    <message>
        <source>‹ %1 after t0</source>
        <translation>‹ %1 nach t0</translation>
    </message>
    <message>
        <source>‹ %1 before t0</source>
        <translation>‹ %1 vor t0</translation>
    </message>
    <message>
        <source>%1 after this view ›</source>
        <translation>%1 nach dieser Ansicht ›</translation>
    </message>
    <message>
        <source>%1 after t0 ›</source>
        <translation>%1 nach t0 ›</translation>
    </message>
    <message>
        <source>%1 before t0 ›</source>
        <translation>%1 vor t0 ›</translation>
    </message>
</context>
<context>
    <name>LinkFinder</name>
    <message>
        <source>work on the same asset within a day</source>
        <translation>Arbeit an derselben Anlage binnen eines Tages</translation>
    </message>
    <message>
        <source>next corrective work on the same asset</source>
        <translation>nächste korrektive Arbeit an derselben Anlage</translation>
    </message>
    <message>
        <source>named by the work order</source>
        <translation>im Arbeitsauftrag genannt</translation>
    </message>
    <message>
        <source>installed by the work order</source>
        <translation>mit dem Arbeitsauftrag eingebaut</translation>
    </message>
    <message>
        <source>last alarm on the same asset before the work</source>
        <translation>letzter Alarm an derselben Anlage vor der Arbeit</translation>
    </message>
    <message>
        <source>work on the failed asset after the failure</source>
        <translation>Arbeit an der betroffenen Anlage nach dem Vorfall</translation>
    </message>
    <message>
        <source>batch that the cleaning record names</source>
        <translation>Charge, die der Reinigungsdatensatz nennt</translation>
    </message>
    <message>
        <source>failure of the same batch</source>
        <translation>Vorfall derselben Charge</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Preventive work</source>
        <translation>Vorbeugende Arbeit</translation>
    </message>
    <message>
        <source>Corrective work</source>
        <translation>Korrektive Arbeit</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Calibration, out of tolerance</source>
        <translation>Kalibrierung, außerhalb der Toleranz</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Alarm, critical</source>
        <translation>Alarm, kritisch</translation>
    </message>
    <message>
        <source>Alarm, high</source>
        <translation>Alarm, hoch</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alarm, low</source>
        <translation>Alarm, niedrig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Batch step</source>
        <translation>Chargenschritt</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Test result</source>
        <translation>Prüfergebnis</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>OverlayWords</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Sollwert %1</translation>
    </message>
    <message>
        <source>max %1 %2</source>
        <translation>max. %1 %2</translation>
    </message>
    <message>
        <source>min %1 %2</source>
        <translation>min. %1 %2</translation>
    </message>
    <message>
        <source>%1, off scale</source>
        <translation>%1, außerhalb der Skala</translation>
    </message>
    <message>
        <source>%1× %2</source>
        <translation>%1× %2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>Phase, median length</source>
        <translation>Phase, mediane Länge</translation>
    </message>
    <message>
        <source>Share of phase, %</source>
        <translation>Anteil der Phase, %</translation>
    </message>
    <message>
        <source>Time since phase start</source>
        <translation>Zeit seit Phasenbeginn</translation>
    </message>
    <message>
        <source>Time since step start</source>
        <translation>Zeit seit Schrittbeginn</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message numerus="yes">
        <source>Median of %n good batches</source>
        <translation>
            <numerusform>Median von %n guten Charge</numerusform>
            <numerusform>Median von %n guten Chargen</numerusform>
        </translation>
    </message>
    <message>
        <source>10–90 %</source>
        <translation>10–90 %</translation>
    </message>
    <message>
        <source>min–max</source>
        <translation>Min.–Max.</translation>
    </message>
    <message>
        <source>outside min–max</source>
        <translation>außerhalb Min.–Max.</translation>
    </message>
    <message>
        <source>%1, failed too</source>
        <translation>%1, auch Vorfall</translation>
    </message>
    <message>
        <source>Difference of %1</source>
        <translation>Differenz von %1</translation>
    </message>
    <message>
        <source>whole batch</source>
        <translation>ganze Charge</translation>
    </message>
    <message numerus="yes">
        <source>not compared: data of %n good batches</source>
        <comment>of three needed</comment>
        <translation>
            <numerusform>nicht verglichen: Daten von %n guten Charge</numerusform>
            <numerusform>nicht verglichen: Daten von %n guten Chargen</numerusform>
        </translation>
    </message>
    <message>
        <source>not compared: no data of this batch</source>
        <translation>nicht verglichen: keine Daten dieser Charge</translation>
    </message>
    <message>
        <source>%1: %2 of it outside, up to %3 below</source>
        <translation>%1: %2 davon außerhalb, bis zu %3 darunter</translation>
    </message>
    <message>
        <source>%1: %2 of it outside, up to %3 above</source>
        <translation>%1: %2 davon außerhalb, bis zu %3 darüber</translation>
    </message>
    <message>
        <source>inside the band, %1 farthest</source>
        <translation>innerhalb des Bandes, %1 am weitesten</translation>
    </message>
    <message numerus="yes">
        <source>%1: not compared, because only %n good batches have data of it in the same phase; three are needed.</source>
        <translation>
            <numerusform>%1: nicht verglichen, weil nur %n gute Charge in derselben Phase Daten davon hat; drei sind nötig.</numerusform>
            <numerusform>%1: nicht verglichen, weil nur %n gute Chargen in derselben Phase Daten davon haben; drei sind nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not compared, because this batch has no data of it.</source>
        <translation>%1: nicht verglichen, weil diese Charge keine Daten davon hat.</translation>
    </message>
    <message>
        <source>%1: distance %2. In %3 on average %4 band widths below the median</source>
        <translation>%1: Abstand %2. In %3 im Mittel %4 Bandbreiten unter dem Median</translation>
    </message>
    <message>
        <source>%1: distance %2. In %3 on average %4 band widths above the median</source>
        <translation>%1: Abstand %2. In %3 im Mittel %4 Bandbreiten über dem Median</translation>
    </message>
    <message>
        <source>, outside the band for %1 of it from %2 on, at most %3 widths below.</source>
        <translation>, außerhalb des Bandes für %1 davon ab %2, höchstens %3 Breiten darunter.</translation>
    </message>
    <message>
        <source>, outside the band for %1 of it from %2 on, at most %3 widths above.</source>
        <translation>, außerhalb des Bandes für %1 davon ab %2, höchstens %3 Breiten darüber.</translation>
    </message>
    <message>
        <source>, inside the band.</source>
        <translation>, innerhalb des Bandes.</translation>
    </message>
    <message>
        <source>Outside for %1 of all compared time.</source>
        <translation>Außerhalb für %1 der ganzen verglichenen Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>%n good batches %1 to %2</source>
        <translation>
            <numerusform>%n gute Charge %1 bis %2</numerusform>
            <numerusform>%n gute Chargen %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 took %2 times the usual time</source>
        <translation>%1 dauerte %2-mal so lang</translation>
    </message>
    <message>
        <source>%1 is in no good batch</source>
        <translation>%1 gibt es in keiner guten Charge</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>deviates: %1</source>
        <translation>abweichend: %1</translation>
    </message>
    <message>
        <source>not released: %1</source>
        <translation>nicht freigegeben: %1</translation>
    </message>
    <message>
        <source>has no such step</source>
        <translation>hat keinen solchen Schritt</translation>
    </message>
    <message>
        <source>end of step not known</source>
        <translation>Ende des Schritts nicht bekannt</translation>
    </message>
    <message>
        <source>on another unit</source>
        <translation>in anderer Einheit</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>no process data</source>
        <translation>keine Prozessdaten</translation>
    </message>
    <message>
        <source>enough nearer ones</source>
        <translation>genug nähere</translation>
    </message>
    <message>
        <source>taken out by hand</source>
        <translation>von Hand herausgenommen</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>alle Schritte</translation>
    </message>
    <message numerus="yes">
        <source>%1 against %n good batches: %2</source>
        <translation>
            <numerusform>%1 gegen %n gute Charge: %2</numerusform>
            <numerusform>%1 gegen %n gute Chargen: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too few good batches for a band: %n more of this product, recipe and step would be needed. Tick some of those that are left out, or choose another step.</source>
        <translation>
            <numerusform>Zu wenige gute Chargen für ein Band: %n weitere von diesem Produkt, dieser Rezeptur und diesem Schritt wäre nötig. Haken Sie einige der ausgelassenen an, oder wählen Sie einen anderen Schritt.</numerusform>
            <numerusform>Zu wenige gute Chargen für ein Band: %n weitere von diesem Produkt, dieser Rezeptur und diesem Schritt wären nötig. Haken Sie einige der ausgelassenen an, oder wählen Sie einen anderen Schritt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than three batches have no deviation at all, so some that deviate in another class are used.</source>
        <translation>Weniger als drei Chargen sind ganz ohne Abweichung, daher werden einige verwendet, die in einer anderen Klasse abweichen.</translation>
    </message>
    <message>
        <source>not part of this step</source>
        <translation>nicht Teil dieses Schritts</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n good batches with data, three are needed</source>
        <translation>
            <numerusform>%n gute Charge mit Daten, drei sind nötig</numerusform>
            <numerusform>%n gute Chargen mit Daten, drei sind nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1, 10–90 % %2 to %3, min–max %4 to %5</source>
        <translation>Median %1, 10–90 % %2 bis %3, Min.–Max. %4 bis %5</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>10 %</source>
        <translation>10 %</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Good batches</source>
        <translation>Gute Chargen</translation>
    </message>
    <message>
        <source>good batches</source>
        <translation>gute Chargen</translation>
    </message>
    <message>
        <source>%1 farthest, inside there; %2 of all outside</source>
        <translation>%1 am weitesten, dort innerhalb; %2 von allem außerhalb</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Pin as evidence</source>
        <translation>Als Beleg anheften</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>A new hypothesis</source>
        <translation>Eine neue Hypothese</translation>
    </message>
    <message>
        <source>Statement of the new hypothesis</source>
        <translation>Aussage der neuen Hypothese</translation>
    </message>
    <message>
        <source>Group of causes</source>
        <translation>Ursachengruppe</translation>
    </message>
    <message>
        <source>Which way it speaks</source>
        <translation>Wofür er spricht</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es wichtig ist</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>It speaks</source>
        <translation>Er spricht</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz anlegen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz anlegen</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>the time since the last passing calibration</source>
        <translation>der Zeit seit der letzten bestandenen Kalibrierung</translation>
    </message>
    <message>
        <source>the time since the last cleaning</source>
        <translation>der Zeit seit der letzten Reinigung</translation>
    </message>
    <message>
        <source>the time since the last replacement</source>
        <translation>der Zeit seit dem letzten Austausch</translation>
    </message>
    <message>
        <source>the time since the last good batch</source>
        <translation>der Zeit seit der letzten guten Charge</translation>
    </message>
    <message>
        <source>the time since the last maintenance</source>
        <translation>der Zeit seit der letzten Instandhaltung</translation>
    </message>
    <message>
        <source>the time since the last passing test</source>
        <translation>der Zeit seit der letzten bestandenen Prüfung</translation>
    </message>
    <message>
        <source>the time since the last inspection or replacement</source>
        <translation>der Zeit seit der letzten Inspektion oder dem letzten Austausch</translation>
    </message>
    <message>
        <source>the time since the last changeover</source>
        <translation>der Zeit seit der letzten Umrüstung</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>the last %1 batches</source>
        <translation>
            <numerusform>der letzten %1 Charge</numerusform>
            <numerusform>der letzten %1 Chargen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run hours</source>
        <translation>
            <numerusform>%1 Betriebsstunde</numerusform>
            <numerusform>%1 Betriebsstunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %1 uses</source>
        <translation>
            <numerusform>dem letzten %1 Einsatz</numerusform>
            <numerusform>den letzten %1 Einsätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>the time from %1 before its unit procedure began</source>
        <translation>der Zeit ab %1 vor Beginn ihrer Teilprozedur</translation>
    </message>
    <message>
        <source>on the asset and its parts</source>
        <translation>an der Anlage und ihren Teilen</translation>
    </message>
    <message>
        <source>on its unit</source>
        <translation>in ihrer Einheit</translation>
    </message>
    <message>
        <source>on all units of the batch</source>
        <translation>in allen Einheiten der Charge</translation>
    </message>
    <message>
        <source>on all units of the batch and of the batches it was made from</source>
        <translation>in allen Einheiten der Charge und der Chargen, aus denen sie entstand</translation>
    </message>
    <message>
        <source>in its process cell</source>
        <translation>in ihrer Prozesszelle</translation>
    </message>
    <message>
        <source>on the whole site</source>
        <translation>am ganzen Standort</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>where that is not known %1</source>
        <translation>wo das nicht bekannt ist, %1</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Looked for in %1%2 before t0, %3.</source>
        <translation>Gesucht wird in %1%2 vor t0, %3.</translation>
    </message>
    <message>
        <source> %1 after t0 is shown, never antecedent.</source>
        <translation> %1 nach t0 werden gezeigt, zählen aber nie als Vorläufer.</translation>
    </message>
    <message numerus="yes">
        <source> Compared with up to %1 controls per failure.</source>
        <translation>
            <numerusform> Verglichen wird mit bis zu %1 Kontrolle je Vorfall.</numerusform>
            <numerusform> Verglichen wird mit bis zu %1 Kontrollen je Vorfall.</numerusform>
        </translation>
    </message>
    <message>
        <source> Compared with nothing: without controls no candidate can be tested.</source>
        <translation> Verglichen wird mit nichts: ohne Kontrollen lässt sich kein Kandidat testen.</translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>den %1</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>max %1 %2</source>
        <translation>max. %1 %2</translation>
    </message>
    <message>
        <source>min %1 %2</source>
        <translation>min. %1 %2</translation>
    </message>
    <message>
        <source>, off scale</source>
        <translation>, außerhalb der Skala</translation>
    </message>
    <message>
        <source>%1, zoomed</source>
        <translation>%1, gezoomt</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message numerus="yes">
        <source>No failures yet, %n sources</source>
        <translation>
            <numerusform>Noch keine Vorfälle, %n Quelle</numerusform>
            <numerusform>Noch keine Vorfälle, %n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
</context>
<context>
    <name>SentinelBar</name>
    <message numerus="yes">
        <source>and %n more reasons</source>
        <translation>
            <numerusform>und %n weiterer Grund</numerusform>
            <numerusform>und %n weitere Gründe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentinelDialog</name>
    <message>
        <source>Every %1 on %2</source>
        <translation>Jedes %1 an %2</translation>
    </message>
    <message>
        <source>Every %1 on any asset</source>
        <translation>Jedes %1 an beliebiger Anlage</translation>
    </message>
    <message>
        <source>This event alone</source>
        <translation>Nur dieses Ereignis</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%n events become failures.</source>
        <translation>
            <numerusform>%n Ereignis wird zum Vorfall.</numerusform>
            <numerusform>%n Ereignisse werden zu Vorfällen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make this the sentinel</source>
        <translation>Zum Vorfall machen</translation>
    </message>
    <message>
        <source>Events to take</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>Reason, for the audit trail</source>
        <translation>Begründung, für den Prüfpfad</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Take as failures</source>
        <translation>Als Vorfälle nehmen</translation>
    </message>
</context>
<context>
    <name>SequenceWidget</name>
    <message>
        <source>Time to failure, compressed scale: a box ends at the median of its last onsets</source>
        <translation>Zeit bis zum Vorfall, gestauchte Skala: ein Kasten endet am Median seiner letzten Eintritte</translation>
    </message>
    <message>
        <source>Time to failure, compressed scale: a box ends at its onset</source>
        <translation>Zeit bis zum Vorfall, gestauchte Skala: ein Kasten endet bei seinem Eintritt</translation>
    </message>
    <message>
        <source>%1 vs %2</source>
        <translation>%1 vs. %2</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Vorfall</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>%1 Vorfälle</translation>
    </message>
    <message>
        <source>more in failures</source>
        <translation>häufiger vor Vorfällen</translation>
    </message>
    <message>
        <source>little difference</source>
        <translation>kaum Unterschied</translation>
    </message>
    <message>
        <source>order certain</source>
        <translation>Reihenfolge sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>others between, folded</source>
        <translation>andere dazwischen, eingeklappt</translation>
    </message>
    <message>
        <source>share of failures, of controls</source>
        <translation>Anteil der Vorfälle, der Kontrollen</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Next, previous control</source>
        <translation>Nächstes, voriges Bedienelement</translation>
    </message>
    <message>
        <source>Next row of a table or a list, next step of the rail</source>
        <translation>Nächste Zeile einer Tabelle oder Liste, nächster Schritt der Leiste</translation>
    </message>
    <message>
        <source>Copy the selected rows of a table</source>
        <translation>Ausgewählte Zeilen einer Tabelle kopieren</translation>
    </message>
    <message>
        <source>Open what is chosen: a related record, a found command, a cell</source>
        <translation>Gewähltes öffnen: einen verbundenen Datensatz, einen gefundenen Befehl, ein Feld</translation>
    </message>
    <message>
        <source>What can follow in a filter</source>
        <translation>Was in einem Filter folgen kann</translation>
    </message>
    <message>
        <source>Give up: close a list, the inspector, a moved window edge</source>
        <translation>Aufgeben: eine Liste, die Einzelheiten, eine verschobene Fensterkante schließen</translation>
    </message>
    <message>
        <source>Move in a chart: the window edge in the evidence, days in the calendar, points of a curve</source>
        <translation>Im Diagramm bewegen: Fensterkante der Evidenz, Tage des Kalenders, Punkte einer Kurve</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>Auf der Zeitachse</translation>
    </message>
    <message>
        <source>In tables, lists and charts</source>
        <translation>In Tabellen, Listen und Diagrammen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SiteTime</name>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>day, month, year</comment>
        <translation>%1. %2 %3</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>a few seconds left</source>
        <translation>noch einige Sekunden</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
</context>
<context>
    <name>WindowNames</name>
    <message>
        <source>since passed calibration</source>
        <translation>seit bestandener Kalibrierung</translation>
    </message>
    <message>
        <source>since cleaning</source>
        <translation>seit Reinigung</translation>
    </message>
    <message>
        <source>since replacement</source>
        <translation>seit Austausch</translation>
    </message>
    <message>
        <source>since good batch</source>
        <translation>seit guter Charge</translation>
    </message>
    <message>
        <source>since maintenance</source>
        <translation>seit Instandhaltung</translation>
    </message>
    <message>
        <source>since passed test</source>
        <translation>seit bestandener Prüfung</translation>
    </message>
    <message>
        <source>since inspection</source>
        <translation>seit Inspektion</translation>
    </message>
    <message>
        <source>since changeover</source>
        <translation>seit Produktwechsel</translation>
    </message>
    <message numerus="yes">
        <source>%1 batches</source>
        <translation>
            <numerusform>%1 Charge</numerusform>
            <numerusform>%1 Chargen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run hours</source>
        <translation>
            <numerusform>%1 Betriebsstunde</numerusform>
            <numerusform>%1 Betriebsstunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 uses</source>
        <translation>
            <numerusform>%1 Einsatz</numerusform>
            <numerusform>%1 Einsätze</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no length. Type a number with s, min, h or d (36 h), or take one of the list.</source>
        <translation>„%1“ ist keine Länge. Geben Sie eine Zahl mit s, min, h oder d ein (36 h), oder nehmen Sie eine aus der Liste.</translation>
    </message>
    <message>
        <source>procedure + %1</source>
        <translation>Prozedur + %1</translation>
    </message>
    <message>
        <source>occurred</source>
        <translation>aufgetreten</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>entdeckt</translation>
    </message>
    <message>
        <source>first excursion</source>
        <translation>erste Überschreitung</translation>
    </message>
    <message>
        <source>sample taken</source>
        <translation>Probe genommen</translation>
    </message>
    <message>
        <source>start of %1</source>
        <translation>Beginn von %1</translation>
    </message>
    <message>
        <source>end of %1</source>
        <translation>Ende von %1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>antecedent::app::AuditView</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
    <message>
        <source>Find in the audit trail</source>
        <translation>Im Prüfpfad suchen</translation>
    </message>
    <message>
        <source>Export CSV, as shown</source>
        <translation>Als CSV exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>No investigation is open.</source>
        <translation>Es ist keine Untersuchung geöffnet.</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Prüfpfad exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen entry, word for word</source>
        <translation>Der gewählte Eintrag, Wort für Wort</translation>
    </message>
    <message>
        <source>Choose an entry; it stands here word for word, with its whole hash.</source>
        <translation>Wählen Sie einen Eintrag; hier steht er Wort für Wort, mit seinem ganzen Hash.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::BasisPanel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>To failure</source>
        <translation>Bis zum Vorfall</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Records behind the answer</source>
        <translation>Datensätze hinter der Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%1 of its records have no time of their own.</source>
        <translation>
            <numerusform>%1 dieser Datensätze hat keine eigene Zeit.</numerusform>
            <numerusform>%1 dieser Datensätze haben keine eigene Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>No record says so; the answer follows from none being there.</source>
        <translation>Kein Datensatz sagt das; die Antwort folgt daraus, dass keiner vorliegt.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
</context>
<context>
    <name>antecedent::app::BatchesModel</name>
    <message>
        <source>%1, dashed</source>
        <translation>%1, gestrichelt</translation>
    </message>
    <message>
        <source>taken in; %1</source>
        <translation>aufgenommen; %1</translation>
    </message>
    <message>
        <source>In question, and failed alike</source>
        <translation>Fraglich, und ebenso Vorfall</translation>
    </message>
    <message>
        <source>Golden profile, %1 of %2 good</source>
        <translation>Goldenes Profil, %1 von %2 guten</translation>
    </message>
    <message>
        <source>Left out, %1</source>
        <translation>Ausgelassen, %1</translation>
    </message>
</context>
<context>
    <name>antecedent::app::CandidatePanel</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>● with</source>
        <translation>● mit</translation>
    </message>
    <message>
        <source>○ without</source>
        <translation>○ ohne</translation>
    </message>
    <message>
        <source>Candidate, for and against</source>
        <translation>Kandidat, dafür und dagegen</translation>
    </message>
    <message>
        <source>Statement of the candidate</source>
        <translation>Aussage des Kandidaten</translation>
    </message>
    <message>
        <source>For and against</source>
        <translation>Dafür und dagegen</translation>
    </message>
    <message>
        <source>Windows of the candidate</source>
        <translation>Fenster des Kandidaten</translation>
    </message>
    <message>
        <source>Matrix and lags</source>
        <translation>Matrix und Vorläufe</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Pin to a hypothesis…</source>
        <translation>An eine Hypothese anheften…</translation>
    </message>
    <message>
        <source>Pin the numbers of this candidate, as they are now, to a hypothesis</source>
        <translation>Die Zahlen dieses Kandidaten, wie sie jetzt sind, an eine Hypothese anheften</translation>
    </message>
    <message>
        <source>Diamond: failure. Circle or empty: control. Filled: with it. Double click or Enter opens a window in the timeline.</source>
        <translation>Raute: Vorfall. Kreis oder leer: Kontrolle. Gefüllt: mit ihm. Doppelklick oder Eingabetaste öffnet ein Fenster auf der Zeitachse.</translation>
    </message>
    <message>
        <source>Choose a candidate; its windows stand here.</source>
        <translation>Wählen Sie einen Kandidaten; hier stehen dann seine Fenster.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Exploratory, window %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Explorativ, Fenster %1.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>In this window it is not seen before any failure or control.</source>
        <translation>In diesem Fenster ist er vor keinem Vorfall und keiner Kontrolle zu sehen.</translation>
    </message>
    <message>
        <source>With it %1 of %2 failures, %3 of %4 controls; exact p %5, not adjusted. Let go to assess with it.</source>
        <translation>Mit ihm %1 von %2 Vorfällen, %3 von %4 Kontrollen; exakter p-Wert %5, nicht adjustiert. Loslassen, um damit zu bewerten.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>&lt;b&gt;Windows&lt;/b&gt;&amp;nbsp; with it %1 of %2 failures, %3 of %4 controls; %5 left out.</source>
        <translation>&lt;b&gt;Fenster&lt;/b&gt;&amp;nbsp; mit ihm %1 von %2 Vorfällen, %3 von %4 Kontrollen; %5 ausgelassen.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::CaseBook</name>
    <message>
        <source>the case is closed</source>
        <translation>der Fall ist abgeschlossen</translation>
    </message>
    <message>
        <source>the case is still being read</source>
        <translation>der Fall wird noch gelesen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ClocksPanel</name>
    <message>
        <source>nothing to compare</source>
        <translation>nichts zu vergleichen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>stays as stated</source>
        <translation>bleibt wie angegeben</translation>
    </message>
    <message>
        <source>corrected by %1 s</source>
        <translation>um %1 s korrigiert</translation>
    </message>
    <message>
        <source>Clocks of the sources</source>
        <translation>Uhren der Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Offset, s</source>
        <translation>Abstand, s</translation>
    </message>
    <message>
        <source>± s</source>
        <translation>± s</translation>
    </message>
    <message>
        <source>Drift, s/day</source>
        <translation>Gang, s/Tag</translation>
    </message>
    <message>
        <source>Anchors</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>What the anchors say</source>
        <translation>Was die Anker sagen</translation>
    </message>
    <message>
        <source>Correct as estimated</source>
        <translation>Wie geschätzt korrigieren</translation>
    </message>
    <message>
        <source>Moves the times of this source by the estimated offset and drift; what is stored stays</source>
        <translation>Verschiebt die Zeiten dieser Quelle um den geschätzten Abstand und Gang; Gespeichertes bleibt</translation>
    </message>
    <message>
        <source>Correct as stated…</source>
        <translation>Wie angegeben korrigieren…</translation>
    </message>
    <message>
        <source>Moves the times of this source by an offset that you know</source>
        <translation>Verschiebt die Zeiten dieser Quelle um einen Abstand, den Sie kennen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The times count as the source states them again</source>
        <translation>Die Zeiten gelten wieder, wie die Quelle sie nennt</translation>
    </message>
    <message>
        <source>Open or import data first.</source>
        <translation>Öffnen oder importieren Sie zuerst Daten.</translation>
    </message>
    <message>
        <source>Comparing the clocks …</source>
        <translation>Die Uhren werden verglichen …</translation>
    </message>
    <message>
        <source>Compare the clocks of the sources</source>
        <translation>Uhren der Quellen vergleichen</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>No source states of what equipment did, so there is no clock to compare with.</source>
        <translation>Keine Quelle nennt Betriebszustände der Anlagen, daher gibt es keine Uhr zum Vergleichen.</translation>
    </message>
    <message>
        <source>No clock differs that nobody has decided on.</source>
        <translation>Keine Uhr weicht ab, über die niemand entschieden hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n clocks differ. Nothing is moved until you decide; the stored rows never change.</source>
        <translation>
            <numerusform>%n Uhr weicht ab. Nichts wird verschoben, bevor Sie entscheiden; gespeicherte Zeilen ändern sich nie.</numerusform>
            <numerusform>%n Uhren weichen ab. Nichts wird verschoben, bevor Sie entscheiden; gespeicherte Zeilen ändern sich nie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, events %2</source>
        <translation>%1, Ereignisse %2</translation>
    </message>
    <message>
        <source>Correct the times of %1 by %2 s</source>
        <translation>Zeiten von %1 um %2 s korrigieren</translation>
    </message>
    <message>
        <source>Correct the times of %1</source>
        <translation>Zeiten von %1 korrigieren</translation>
    </message>
    <message>
        <source>The source is ahead by, s</source>
        <translation>Die Quelle geht vor um, s</translation>
    </message>
    <message>
        <source>It gains, s a day</source>
        <translation>Sie gewinnt, s am Tag</translation>
    </message>
    <message>
        <source>Negative: it is behind. The drift counts from the source&apos;s first record.</source>
        <translation>Negativ: Sie geht nach. Der Gang zählt ab dem ersten Datensatz der Quelle.</translation>
    </message>
    <message>
        <source>estimate refused</source>
        <translation>Schätzung abgelehnt</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>The estimate is not believed; the times stay as stated, and it is not offered again</source>
        <translation>Der Schätzung wird nicht geglaubt; die Zeiten bleiben wie angegeben, und sie wird nicht wieder angeboten</translation>
    </message>
    <message>
        <source>Leave the times of %1 as they are</source>
        <translation>Zeiten von %1 so lassen</translation>
    </message>
    <message>
        <source>Take the decision on %1 back</source>
        <translation>Entscheidung über %1 zurücknehmen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::CommandSearch</name>
    <message>
        <source>Find record or command</source>
        <translation>Datensatz oder Befehl suchen</translation>
    </message>
    <message>
        <source>Find record or command (Ctrl+K)</source>
        <translation>Datensatz oder Befehl suchen (Strg+K)</translation>
    </message>
    <message>
        <source>Commands, views, failures, assets, batches and kinds of events by a part of their names (Ctrl+K)</source>
        <translation>Befehle, Ansichten, Vorfälle, Anlagen, Chargen und Ereignisarten nach einem Teil ihres Namens (Strg+K)</translation>
    </message>
    <message>
        <source>Found records and commands</source>
        <translation>Gefundene Datensätze und Befehle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ConclusionPanel</name>
    <message>
        <source>Failure or whole case</source>
        <translation>Vorfall oder ganzer Fall</translation>
    </message>
    <message>
        <source>Grade of the conclusion</source>
        <translation>Grad der Schlussfolgerung</translation>
    </message>
    <message>
        <source>Record the conclusion</source>
        <translation>Schlussfolgerung festhalten</translation>
    </message>
    <message>
        <source>Record this conclusion in the case</source>
        <translation>Diese Schlussfolgerung im Fall festhalten</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Take the conclusion back; it stays in the audit trail</source>
        <translation>Die Schlussfolgerung zurücknehmen; sie bleibt im Prüfpfad</translation>
    </message>
    <message>
        <source>Hypotheses that it rests on</source>
        <translation>Hypothesen, auf denen sie beruht</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Why: what the evidence shows, and why the other hypotheses are out</source>
        <translation>Warum: was die Belege zeigen und warum die anderen Hypothesen ausscheiden</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Schlussfolgerung</translation>
    </message>
    <message>
        <source>No conclusion on %1 is recorded.</source>
        <translation>Zu %1 ist keine Schlussfolgerung festgehalten.</translation>
    </message>
    <message>
        <source>%1, recorded by %2, %3.</source>
        <translation>%1, festgehalten von %2, %3.</translation>
    </message>
    <message>
        <source>Change the conclusion</source>
        <translation>Schlussfolgerung ändern</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Why is the conclusion on %1 taken back?</source>
        <translation>Warum wird die Schlussfolgerung zu %1 zurückgenommen?</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ConclusionView</name>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Proposed hypothesis</source>
        <translation>Vorgeschlagene Hypothese</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Recorded conclusion</source>
        <translation>Festgehaltene Schlussfolgerung</translation>
    </message>
    <message>
        <source>New hypothesis</source>
        <translation>Neue Hypothese</translation>
    </message>
    <message>
        <source>Write down what may have caused it</source>
        <translation>Aufschreiben, was die Ursache gewesen sein kann</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Tatsachen</translation>
    </message>
    <message>
        <source>Manual facts: interview, inspection, test, paper log</source>
        <translation>Erfasste Tatsachen: Befragung, Inspektion, Prüfung, Papierprotokoll</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>Record the conclusion with its grade and rationale</source>
        <translation>Die Schlussfolgerung mit Grad und Begründung festhalten</translation>
    </message>
    <message>
        <source>Hypotheses by group of causes</source>
        <translation>Hypothesen nach Ursachengruppe</translation>
    </message>
    <message>
        <source>No investigation is open.</source>
        <translation>Es ist keine Untersuchung geöffnet.</translation>
    </message>
    <message>
        <source>Hypotheses that the evidence suggests</source>
        <translation>Hypothesen, die die Evidenz nahelegt</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Put the proposal into the form; nothing is kept until Add is pressed</source>
        <translation>Den Vorschlag in das Formular übernehmen; behalten wird er erst mit Hinzufügen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Schlussfolgerung</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>On %1, recorded by %2, %3. Not signed.</source>
        <translation>Zu %1, festgehalten von %2, %3. Nicht unterschrieben.</translation>
    </message>
    <message>
        <source>No hypothesis yet.</source>
        <translation>Noch keine Hypothese.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Der Fall ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Take over a proposal below or write one at the right; then pin records for and against it, from any view.</source>
        <translation>Übernehmen Sie unten einen Vorschlag oder schreiben Sie rechts eine Hypothese; heften Sie dann aus jeder Ansicht Datensätze dafür und dagegen an.</translation>
    </message>
    <message>
        <source>No conclusion on %1 is recorded.</source>
        <translation>Zu %1 ist keine Schlussfolgerung festgehalten.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1, of %2: %3</source>
        <translation>%1, von %2: %3</translation>
    </message>
    <message>
        <source>Looking for hypotheses in the evidence</source>
        <translation>In der Evidenz wird nach Hypothesen gesucht</translation>
    </message>
    <message>
        <source>&lt;b&gt;Proposed by the evidence&lt;/b&gt;, kept only if you take one over</source>
        <translation>&lt;b&gt;Von der Evidenz vorgeschlagen&lt;/b&gt;, behalten nur, wenn Sie übernehmen</translation>
    </message>
    <message>
        <source>Choose a failure above.</source>
        <translation>Wählen Sie oben einen Vorfall.</translation>
    </message>
    <message>
        <source>Hypotheses are proposed for deviations, not for events that were chosen as failures.</source>
        <translation>Hypothesen werden für Abweichungen vorgeschlagen, nicht für Ereignisse, die als Vorfälle gewählt wurden.</translation>
    </message>
    <message>
        <source>The evidence is being weighed …</source>
        <translation>Die Evidenz wird bewertet …</translation>
    </message>
    <message>
        <source>The plan is a draft. Freeze it in Evidence (Ctrl+6); what it finds is offered here.</source>
        <translation>Der Plan ist ein Entwurf. Frieren Sie ihn unter Evidenz ein (Strg+6); was sie ergibt, wird hier angeboten.</translation>
    </message>
    <message>
        <source>The evidence suggests no hypothesis that is not in the ledger.</source>
        <translation>Die Evidenz legt keine Hypothese nahe, die nicht schon aufgenommen ist.</translation>
    </message>
    <message>
        <source>%1 has no place on the time axis.</source>
        <translation>%1 hat keinen Platz auf der Zeitachse.</translation>
    </message>
    <message numerus="yes">
        <source>%n hypotheses</source>
        <translation>
            <numerusform>%n Hypothese</numerusform>
            <numerusform>%n Hypothesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no conclusion yet</source>
        <translation>%1, noch keine Schlussfolgerung</translation>
    </message>
    <message>
        <source>%1, cause not determined</source>
        <translation>%1, Ursache nicht bestimmt</translation>
    </message>
    <message>
        <source>%1, concluded</source>
        <translation>%1, abgeschlossen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ConfigurationDialog</name>
    <message>
        <source>Item</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Put by</source>
        <translation>Hinterlegt von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Text of the chosen item</source>
        <translation>Text des gewählten Gegenstands</translation>
    </message>
    <message>
        <source>Reading the configuration</source>
        <translation>Die Konfiguration wird gelesen</translation>
    </message>
    <message>
        <source>Save the text…</source>
        <translation>Text speichern…</translation>
    </message>
    <message>
        <source>As a file, to be edited and put back</source>
        <translation>Als Datei, zum Bearbeiten und Zurücklegen</translation>
    </message>
    <message>
        <source>Replace from file…</source>
        <translation>Aus Datei ersetzen…</translation>
    </message>
    <message>
        <source>The text of a file is used from then on; not approved until somebody does</source>
        <translation>Von da an gilt der Text einer Datei; nicht freigegeben, bis es jemand tut</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Approve exactly the text that is shown</source>
        <translation>Genau den Text freigeben, der zu sehen ist</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Back to the one of the program; a mapping profile is used no more</source>
        <translation>Zurück zu dem des Programms; ein Zuordnungsprofil wird nicht mehr verwendet</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>All that the file has of its own, with the confirmed names and the limits, as one file</source>
        <translation>Alles, was die Datei an Eigenem hat, mit den bestätigten Namen und den Grenzwerten, als eine Datei</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Take over such a file</source>
        <translation>Eine solche Datei übernehmen</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>approved by %1, %2</source>
        <translation>freigegeben von %1, %2</translation>
    </message>
    <message>
        <source>approved by %1, %2; brought in by %3</source>
        <translation>freigegeben von %1, %2; übernommen von %3</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>nicht freigegeben</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Replace from file</source>
        <translation>Aus Datei ersetzen</translation>
    </message>
    <message>
        <source>Tables and mapping profiles (*.csv *.json *.profile);;All files (*)</source>
        <translation>Tabellen und Zuordnungsprofile (*.csv *.json *.profile);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Keep the mapping profile %1 in the file</source>
        <translation>Das Zuordnungsprofil %1 in der Datei aufbewahren</translation>
    </message>
    <message>
        <source>Replace %1 by the text of %2</source>
        <translation>%1 durch den Text von %2 ersetzen</translation>
    </message>
    <message>
        <source>Replacing the configuration</source>
        <translation>Die Konfiguration wird ersetzt</translation>
    </message>
    <message>
        <source>Approve %1, SHA-256 %2</source>
        <translation>%1 freigeben, SHA-256 %2</translation>
    </message>
    <message>
        <source>Approving</source>
        <translation>Wird freigegeben</translation>
    </message>
    <message>
        <source>Use %1 no more</source>
        <translation>%1 nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Use the %1 of the program again</source>
        <translation>Wieder %1 des Programms verwenden</translation>
    </message>
    <message>
        <source>Resetting</source>
        <translation>Wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>Konfiguration exportieren</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>Konfiguration (*.json)</translation>
    </message>
    <message>
        <source>Exporting the configuration</source>
        <translation>Die Konfiguration wird exportiert</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>Take over the configuration in %1</source>
        <translation>Die Konfiguration in %1 übernehmen</translation>
    </message>
    <message>
        <source>Importing the configuration</source>
        <translation>Die Konfiguration wird importiert</translation>
    </message>
    <message>
        <source>New: %1 items, %2 approvals, %3 names, %4 limits. As they were here: %5 items, %6 names, %7 limits.</source>
        <translation>Neu: %1 Gegenstände, %2 Freigaben, %3 Namen, %4 Grenzwerte. Wie sie hier waren: %5 Gegenstände, %6 Namen, %7 Grenzwerte.</translation>
    </message>
    <message>
        <source>Limits with another value than one here, for the same thing and time: %1. Both stand.</source>
        <translation>Grenzwerte mit anderem Wert als hier, für dasselbe und dieselbe Zeit: %1. Beide bleiben stehen.</translation>
    </message>
    <message>
        <source>The limits seem to be a newer export of %1; decide under Sources.</source>
        <translation>Die Grenzwerte scheinen ein neuerer Export von %1 zu sein; entscheiden Sie unter Quellen.</translation>
    </message>
    <message>
        <source>Wrote %4. Items: %1, names: %2, limits: %3.</source>
        <translation>%4 geschrieben. Gegenstände: %1, Namen: %2, Grenzwerte: %3.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ContextBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>The cases of this file</source>
        <translation>Die Fälle dieser Datei</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>The failure at hand; type its first letters</source>
        <translation>Der aktuelle Vorfall; tippen Sie seine ersten Zeichen</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Bezugszeitpunkt</translation>
    </message>
    <message>
        <source>Anchor: when the failure happened</source>
        <translation>Bezugszeitpunkt: wann der Vorfall geschah</translation>
    </message>
    <message>
        <source>Window around t0</source>
        <translation>Fenster um t0</translation>
    </message>
    <message>
        <source>Window before the failure</source>
        <translation>Fenster vor dem Vorfall</translation>
    </message>
    <message>
        <source>Window after the failure</source>
        <translation>Fenster nach dem Vorfall</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Suchbereich</translation>
    </message>
    <message>
        <source>Where antecedents are looked for</source>
        <translation>Wo nach Vorläufern gesucht wird</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>vorgelagert</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Controls per failure, at most</source>
        <translation>Höchstzahl der Kontrollen je Vorfall</translation>
    </message>
    <message>
        <source>controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of the records</source>
        <translation>Filter der Datensätze</translation>
    </message>
    <message>
        <source>no filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time zone of all times</source>
        <translation>Zeitzone aller Zeiten</translation>
    </message>
    <message>
        <source>As known</source>
        <translation>Kenntnisstand</translation>
    </message>
    <message>
        <source>Then: only what had been entered by the time of the failure</source>
        <translation>Damals: nur, was bis zur Zeit des Vorfalls eingetragen war</translation>
    </message>
    <message>
        <source>known now</source>
        <translation>heutiger Stand</translation>
    </message>
    <message>
        <source>known then</source>
        <translation>damaliger Stand</translation>
    </message>
    <message>
        <source>Analysis plan</source>
        <translation>Analyseplan</translation>
    </message>
    <message>
        <source>More of the context</source>
        <translation>Weiterer Kontext</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, abgeschlossen</translation>
    </message>
    <message>
        <source>Times of the site (%1) or UTC</source>
        <translation>Zeiten des Standorts (%1) oder UTC</translation>
    </message>
    <message>
        <source>%1, %2; t0 is when it %3</source>
        <translation>%1, %2; t0 ist der Zeitpunkt %3</translation>
    </message>
    <message>
        <source>more ▾</source>
        <translation>mehr ▾</translation>
    </message>
    <message>
        <source>more, filtered ▾</source>
        <translation>mehr, gefiltert ▾</translation>
    </message>
    <message>
        <source>Scope, filter and what else has no room</source>
        <translation>Suchbereich, Filter und was sonst keinen Platz hat</translation>
    </message>
    <message>
        <source>Control windows or batches per failure; 0: none</source>
        <translation>Kontrollfenster oder -chargen je Vorfall; 0: keine</translation>
    </message>
    <message>
        <source>◐ exploratory</source>
        <translation>◐ explorativ</translation>
    </message>
    <message>
        <source>● frozen %1</source>
        <translation>● eingefroren %1</translation>
    </message>
    <message>
        <source>○ draft</source>
        <translation>○ Entwurf</translation>
    </message>
    <message>
        <source>The evidence that is shown has other parameters than the frozen plan %1. Click to see it.</source>
        <translation>Die gezeigte Evidenz hat andere Parameter als der eingefrorene Plan %1. Klicken, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The plan was frozen before the first result: %1. Click to see it.</source>
        <translation>Der Plan wurde vor dem ersten Ergebnis eingefroren: %1. Klicken, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The plan is a draft: edit it, then freeze it in the step Evidence. Click to go there.</source>
        <translation>Der Plan ist ein Entwurf: bearbeiten Sie ihn und frieren Sie ihn im Schritt Evidenz ein. Klicken führt dorthin.</translation>
    </message>
    <message>
        <source>Analysis plan: %1</source>
        <translation>Analyseplan: %1</translation>
    </message>
    <message>
        <source>A length longer than 0</source>
        <translation>Eine Dauer größer als 0</translation>
    </message>
    <message>
        <source>A number from 0 to 1000</source>
        <translation>Eine Zahl von 0 bis 1000</translation>
    </message>
    <message>
        <source>Finding when the failures happened</source>
        <translation>Zeitpunkte der Vorfälle werden bestimmt</translation>
    </message>
    <message>
        <source>A length such as 36 h or 10 d, or one of the list; now %1 before t0</source>
        <translation>Eine Länge wie 36 h oder 10 d, oder eine aus der Liste; jetzt %1 vor t0</translation>
    </message>
    <message>
        <source>A length such as 90 s, 15 min, 4 h; shown, never antecedent</source>
        <translation>Eine Länge wie 90 s, 15 min, 4 h; wird gezeigt, zählt nie als vorausgehend</translation>
    </message>
    <message>
        <source>A length such as 90 s, 15 min, 4 h</source>
        <translation>Eine Länge wie 90 s, 15 min, 4 h</translation>
    </message>
    <message>
        <source>When the failure happened: one of the list, or “start of” or “end of” and the name of a step</source>
        <translation>Wann der Vorfall geschah: etwas aus der Liste, oder „Beginn von“ oder „Ende von“ und der Name eines Schritts</translation>
    </message>
</context>
<context>
    <name>antecedent::app::CoverageDelegate</name>
    <message>
        <source>no dates</source>
        <translation>undatiert</translation>
    </message>
</context>
<context>
    <name>antecedent::app::DecisionPanel</name>
    <message>
        <source>state a reason, for the audit trail</source>
        <translation>geben Sie einen Grund an, für den Prüfpfad</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>Der Vergleich wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The comparison failed.</source>
        <translation>Der Vergleich ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>the data have changed meanwhile; ask again</source>
        <translation>die Daten haben sich inzwischen geändert; fragen Sie noch einmal</translation>
    </message>
</context>
<context>
    <name>antecedent::app::DropZone</name>
    <message>
        <source>Drop files or a folder anywhere in this window</source>
        <translation>Dateien oder einen Ordner irgendwo in diesem Fenster ablegen</translation>
    </message>
    <message>
        <source>Batch records, work orders, alarm journals, historian exports, calibrations, cleanings, deviations: CSV and other delimited text, also gzipped. Unknown formats open the column mapping. Files are only read, never changed.</source>
        <translation>Chargenprotokolle, Arbeitsaufträge, Alarmjournale, Historian-Exporte, Kalibrierungen, Reinigungen, Abweichungen: CSV und anderer getrennter Text, auch mit gzip. Unbekannte Formate öffnen die Spaltenzuordnung. Dateien werden nur gelesen, nie verändert.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Filter, for example: asset = &quot;R-101&quot; and category = alarm and text ~ &quot;temp&quot;</source>
        <translation>Filter, zum Beispiel: asset = &quot;R-101&quot; and category = alarm and text ~ &quot;temp&quot;</translation>
    </message>
    <message>
        <source>Filter of the events</source>
        <translation>Filter der Ereignisse</translation>
    </message>
    <message>
        <source>Export CSV, as shown</source>
        <translation>Als CSV exportieren, wie gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 events</source>
        <translation>
            <numerusform>%1 von %2 Ereignis</numerusform>
            <numerusform>%1 von %2 Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the events as shown</source>
        <translation>Ereignisse exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1 events to %2.</source>
        <translation>
            <numerusform>%1 Ereignis in %2 geschrieben.</numerusform>
            <numerusform>%1 Ereignisse in %2 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>No records yet. Import files or a folder (Ctrl+Shift+I), or drop them anywhere.</source>
        <translation>Noch keine Datensätze. Importieren Sie Dateien oder einen Ordner (Strg+Umschalt+I), oder legen Sie sie irgendwo ab.</translation>
    </message>
    <message>
        <source>No event matches the filter. Clear it with the cross at its right end.</source>
        <translation>Kein Ereignis passt zum Filter. Leeren Sie ihn mit dem Kreuz an seinem rechten Ende.</translation>
    </message>
    <message>
        <source>Writing the events</source>
        <translation>Ereignisse werden geschrieben</translation>
    </message>
    <message>
        <source>&amp;Event table</source>
        <translation>&amp;Ereignistabelle</translation>
    </message>
    <message>
        <source>Show the event table, or only its bar</source>
        <translation>Die Ereignistabelle oder nur ihre Leiste zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose and move the columns</source>
        <translation>Spalten wählen und verschieben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, as a table for other programs</source>
        <translation>Die ausgewählten Zeilen, oder alle, als Tabelle für andere Programme kopieren</translation>
    </message>
    <message>
        <source>Write the rows and columns as shown, with the filter in the first line</source>
        <translation>Zeilen und Spalten schreiben, wie gezeigt, mit dem Filter in der ersten Zeile</translation>
    </message>
    <message>
        <source>Move “%1” to the left</source>
        <translation>„%1“ nach links verschieben</translation>
    </message>
    <message>
        <source>Move “%1” to the right</source>
        <translation>„%1“ nach rechts verschieben</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links verschieben</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts verschieben</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>antecedent::app::EvidenceView</name>
    <message>
        <source>Pre-flight</source>
        <translation>Vorabprüfung</translation>
    </message>
    <message>
        <source>State of the evidence</source>
        <translation>Stand der Evidenz</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Find candidates</source>
        <translation>Kandidaten suchen</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
    <message>
        <source>Kind of candidate</source>
        <translation>Art des Kandidaten</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>explorativ</translation>
    </message>
    <message>
        <source>Weighing the evidence for %1</source>
        <translation>Evidenz zu %1 wird bewertet</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Weighing the evidence … The status bar tells how far it is and cancels it.</source>
        <translation>Die Evidenz wird bewertet … Die Statusleiste zeigt den Fortschritt und bricht ab.</translation>
    </message>
    <message>
        <source>Choose a failure above; the evidence on it stands here.</source>
        <translation>Wählen Sie oben einen Vorfall; hier steht dann die Evidenz dazu.</translation>
    </message>
    <message>
        <source>Did the condition of an asset contribute?</source>
        <translation>Hat der Zustand einer Anlage beigetragen?</translation>
    </message>
    <message>
        <source>Back to the frozen plan</source>
        <translation>Zurück zum eingefrorenen Plan</translation>
    </message>
    <message>
        <source>Other parameters…</source>
        <translation>Andere Parameter…</translation>
    </message>
    <message>
        <source>Freeze the plan and assess</source>
        <translation>Plan einfrieren und bewerten</translation>
    </message>
    <message>
        <source>Assess with these, exploratory</source>
        <translation>Damit bewerten, explorativ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Of assets</source>
        <translation>Von Anlagen</translation>
    </message>
    <message>
        <source>Other causes</source>
        <translation>Andere Ursachen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 candidates</source>
        <translation>
            <numerusform>%1 von %2 Kandidat</numerusform>
            <numerusform>%1 von %2 Kandidaten</numerusform>
        </translation>
    </message>
    <message>
        <source>No event, condition, material, operator action, recipe or utility record was seen in any usable window, so there is no candidate to test. That is no evidence that nothing happened: it says what these sources hold. Import more sources, or try a longer window or a wider scope with Other parameters.</source>
        <translation>In keinem verwertbaren Fenster wurde ein Ereignis, ein Zustand, ein Material, eine Bedienhandlung, eine Rezeptur oder eine Medienversorgung gesehen; es gibt also keinen Kandidaten zu testen. Das belegt nicht, dass nichts geschah: es sagt, was diese Quellen enthalten. Importieren Sie weitere Quellen, oder versuchen Sie unter „Andere Parameter“ ein längeres Fenster oder einen größeren Suchbereich.</translation>
    </message>
    <message>
        <source>%1 has no time to show.</source>
        <translation>%1 hat keine Zeit, die sich zeigen ließe.</translation>
    </message>
    <message>
        <source>Verdict of candidate</source>
        <translation>Bewertung des Kandidaten</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the candidates as shown, as a table for a document or a spreadsheet</source>
        <translation>Die Kandidaten, wie gezeigt, als Tabelle für ein Dokument oder Kalkulationsblatt kopieren</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Write the candidates as shown to a CSV file</source>
        <translation>Die Kandidaten, wie gezeigt, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Alle Bewertungen</translation>
    </message>
    <message>
        <source>Export the candidates as shown</source>
        <translation>Kandidaten exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>No candidate has this kind and verdict and holds this text. Clear the filter to see all.</source>
        <translation>Kein Kandidat ist von dieser Art und Bewertung und enthält diesen Text. Leeren Sie den Filter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>the plan is a draft, nothing is computed yet</source>
        <translation>der Plan ist ein Entwurf, noch ist nichts berechnet</translation>
    </message>
    <message>
        <source>the plan is frozen; open this step to compute its result</source>
        <translation>der Plan ist eingefroren; öffnen Sie diesen Schritt, um sein Ergebnis zu berechnen</translation>
    </message>
    <message>
        <source>exploratory result, not the planned one</source>
        <translation>exploratives Ergebnis, nicht das geplante</translation>
    </message>
    <message>
        <source>contribution %1</source>
        <translation>Beitrag %1</translation>
    </message>
    <message>
        <source>No failures yet. Import deviations (Ctrl+Shift+I); a failure needs a time.</source>
        <translation>Noch keine Vorfälle. Importieren Sie Abweichungen (Strg+Umschalt+I); ein Vorfall braucht eine Zeit.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FacetPanel</name>
    <message>
        <source>Filters by value</source>
        <translation>Filter nach Wert</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FactPanel</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Tatsache</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Kind of fact</source>
        <translation>Art der Tatsache</translation>
    </message>
    <message>
        <source>Add fact</source>
        <translation>Tatsache hinzufügen</translation>
    </message>
    <message>
        <source>Keep the fact in the case</source>
        <translation>Die Tatsache im Fall behalten</translation>
    </message>
    <message>
        <source>Manual facts</source>
        <translation>Erfasste Tatsachen</translation>
    </message>
    <message>
        <source>What was said, seen, measured or written</source>
        <translation>Was gesagt, gesehen, gemessen oder geschrieben wurde</translation>
    </message>
    <message>
        <source>Who said, saw, did or wrote it</source>
        <translation>Wer es sagte, sah, tat oder schrieb</translation>
    </message>
    <message>
        <source>2026-04-10, or 2026-04-10T08:36+02:00</source>
        <translation>2026-04-10 oder 2026-04-10T08:36+02:00</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Keep files with the fact; their bytes are hashed into the case</source>
        <translation>Dateien mit der Tatsache behalten; ihre Bytes gehen mit Hash in den Fall ein</translation>
    </message>
    <message>
        <source>Attach files to the fact</source>
        <translation>Dateien an die Tatsache anhängen</translation>
    </message>
    <message>
        <source>No manual fact yet: what somebody told, saw, tested or wrote on paper goes in above.</source>
        <translation>Noch keine erfasste Tatsache: was jemand berichtet, gesehen, geprüft oder auf Papier geschrieben hat, kommt oben hinein.</translation>
    </message>
    <message>
        <source>Pin as evidence…</source>
        <translation>Als Beleg anheften…</translation>
    </message>
    <message>
        <source>Pin the chosen fact to a hypothesis</source>
        <translation>Die gewählte Tatsache an eine Hypothese anheften</translation>
    </message>
    <message>
        <source>Save its files…</source>
        <translation>Dateien speichern…</translation>
    </message>
    <message>
        <source>Write the attached files to a folder</source>
        <translation>Die angehängten Dateien in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Take the fact back; it stays in the audit trail</source>
        <translation>Die Tatsache zurücknehmen; sie bleibt im Prüfpfad</translation>
    </message>
    <message>
        <source>%1
On %2</source>
        <translation>%1
Zu %2</translation>
    </message>
    <message>
        <source>%1, sha256:%2</source>
        <translation>%1, sha256:%2</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>keine angehängt</translation>
    </message>
    <message>
        <source>Reading the attached files</source>
        <translation>Angehängte Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Why is %1 taken back?</source>
        <translation>Warum wird %1 zurückgenommen?</translation>
    </message>
    <message>
        <source>Where to write the attached files</source>
        <translation>Wohin die angehängten Dateien geschrieben werden</translation>
    </message>
    <message>
        <source>Writing the attached files</source>
        <translation>Angehängte Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>Wrote the attached files to %1.</source>
        <translation>Angehängte Dateien nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FactsView</name>
    <message>
        <source>Facts of the failure</source>
        <translation>Fakten zum Vorfall</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Fit for use</source>
        <translation>Einsatzbereitschaft</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>Damals und heute</translation>
    </message>
    <message>
        <source>Choose a cell to see why, and its records.</source>
        <translation>Wählen Sie ein Feld, um den Grund und seine Datensätze zu sehen.</translation>
    </message>
    <message>
        <source>Choose a row to see both sides in full, and its records.</source>
        <translation>Wählen Sie eine Zeile, um beide Seiten vollständig und ihre Datensätze zu sehen.</translation>
    </message>
    <message>
        <source>Choose a row to see both answers in full, and the records that came later.</source>
        <translation>Wählen Sie eine Zeile, um beide Antworten vollständig und die später gekommenen Datensätze zu sehen.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy as a table for a document or a spreadsheet: all rows, or those selected</source>
        <translation>Als Tabelle für ein Dokument oder Kalkulationsblatt kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy as text in columns for a mail or a form: all rows, or those selected</source>
        <translation>Als Text in Spalten für eine Mail oder ein Formular kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>Asset whose condition is shown</source>
        <translation>Anlage, deren Zustand gezeigt wird</translation>
    </message>
    <message>
        <source>The asset of the failure, its unit and parts, and the assets of its batch</source>
        <translation>Die Anlage des Vorfalls, ihre Einheit und Teile und die Anlagen seiner Charge</translation>
    </message>
    <message>
        <source>Choose an asset</source>
        <translation>Anlage wählen</translation>
    </message>
    <message>
        <source>As known</source>
        <translation>Kenntnisstand</translation>
    </message>
    <message>
        <source>As known now</source>
        <translation>Heutiger Stand</translation>
    </message>
    <message>
        <source>As known then</source>
        <translation>Damaliger Stand</translation>
    </message>
    <message>
        <source>No failures yet. Import deviations or a failure list (File, Import) to see their facts.</source>
        <translation>Noch keine Vorfälle. Importieren Sie Abweichungen oder eine Vorfallliste (Datei, Importieren), um ihre Fakten zu sehen.</translation>
    </message>
    <message>
        <source>Choose a failure in the bar above; its facts stand here.</source>
        <translation>Wählen Sie oben in der Leiste einen Vorfall; hier stehen dann seine Fakten.</translation>
    </message>
    <message>
        <source>The facts are being computed.</source>
        <translation>Die Fakten werden berechnet.</translation>
    </message>
    <message>
        <source>Facts of %1</source>
        <translation>Fakten zu %1</translation>
    </message>
    <message>
        <source>The facts were not computed; leave this step and come back to compute them again.</source>
        <translation>Die Fakten wurden nicht berechnet; verlassen Sie diesen Schritt und kehren Sie zurück, um sie erneut zu berechnen.</translation>
    </message>
    <message>
        <source>No maintenance, calibration or cleaning of %1 is recorded before this failure, so there is no curve. Import its work orders or calibrations to see one.</source>
        <translation>Vor diesem Vorfall ist keine Instandhaltung, Kalibrierung oder Reinigung von %1 erfasst, daher gibt es keine Kurve. Importieren Sie ihre Arbeitsaufträge oder Kalibrierungen, um eine zu sehen.</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Write the table as shown to a CSV file</source>
        <translation>Die Tabelle, wie gezeigt, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Export the table as shown</source>
        <translation>Tabelle exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>last </source>
        <translation>letzte </translation>
    </message>
    <message>
        <source> good batches</source>
        <translation> gute Chargen</translation>
    </message>
    <message>
        <source>Number of good batches to compare with</source>
        <translation>Anzahl der guten Chargen im Vergleich</translation>
    </message>
    <message>
        <source>Compare with this many of the last good batches of the same product</source>
        <translation>Mit so vielen der letzten guten Chargen desselben Produkts vergleichen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Manual facts</source>
        <translation>Erfasste Tatsachen</translation>
    </message>
    <message>
        <source>Then: only what had been entered by that time. For fit for use, condition and usage.</source>
        <translation>Damals: nur, was bis dahin eingetragen war. Für Einsatzbereitschaft, Zustand und Nutzung.</translation>
    </message>
    <message>
        <source>The filter is not valid (%1); correct it in the bar above or below.</source>
        <translation>Der Filter ist nicht gültig (%1); berichtigen Sie ihn in der Leiste oben oder unten.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FailureCalendar</name>
    <message numerus="yes">
        <source>Calendar of %1 failures and of maintenance, a cell per %2; arrow keys and Enter choose one</source>
        <translation>
            <numerusform>Kalender von %1 Vorfall und der Instandhaltung, ein Feld je %2; Pfeiltasten und Eingabetaste wählen eines</numerusform>
            <numerusform>Kalender von %1 Vorfällen und der Instandhaltung, ein Feld je %2; Pfeiltasten und Eingabetaste wählen eines</numerusform>
        </translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 Wochen</translation>
    </message>
    <message>
        <source>No dated failure to show.</source>
        <translation>Kein datierter Vorfall zu zeigen.</translation>
    </message>
    <message>
        <source>A cell is a %1 of site time. Number and depth: failures. Hollow square: preventive work, filled: corrective, circle: other work.</source>
        <translation>Ein Feld ist ein Zeitraum in Standortzeit (%1). Zahl und Tiefe: Vorfälle. Hohles Quadrat: vorbeugende Arbeit, gefüllt: korrektive, Kreis: andere Arbeit.</translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows have fewer failures.</source>
        <translation>
            <numerusform>%1 weitere Zeile hat weniger Vorfälle.</numerusform>
            <numerusform>%1 weitere Zeilen haben weniger Vorfälle.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3 failures; work orders: %4 preventive, %5 corrective, %6 other</source>
        <translation>
            <numerusform>%1, %2: %3 Vorfall; Arbeitsaufträge: %4 vorbeugend, %5 korrektiv, %6 andere</numerusform>
            <numerusform>%1, %2: %3 Vorfälle; Arbeitsaufträge: %4 vorbeugend, %5 korrektiv, %6 andere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::FailuresView</name>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
    <message>
        <source>Find failures</source>
        <translation>Vorfälle suchen</translation>
    </message>
    <message>
        <source>Rows of the calendar</source>
        <translation>Zeilen des Kalenders</translation>
    </message>
    <message>
        <source>Calendar by asset</source>
        <translation>Kalender nach Anlage</translation>
    </message>
    <message>
        <source>Calendar by classification</source>
        <translation>Kalender nach Klassifizierung</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>undatiert</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 failures</source>
        <translation>
            <numerusform>%1 von %2 Vorfall</numerusform>
            <numerusform>%1 von %2 Vorfällen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %1 events left out</source>
        <translation>
            <numerusform>, %1 Ereignis ausgelassen</numerusform>
            <numerusform>, %1 Ereignisse ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>No failure has these values. Show all to see them again.</source>
        <translation>Kein Vorfall hat diese Werte. Zeigen Sie alle, um sie wieder zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, at hand %2</source>
        <translation>%1, aktuell %2</translation>
    </message>
    <message>
        <source>No failures yet. Import deviations (Ctrl+Shift+I), or take any events as failures with the filter above.</source>
        <translation>Noch keine Vorfälle. Importieren Sie Abweichungen (Strg+Umschalt+I), oder nehmen Sie mit dem Filter oben beliebige Ereignisse als Vorfälle.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FilesModel</name>
    <message>
        <source>what it holds</source>
        <translation>was sie enthält</translation>
    </message>
    <message>
        <source>is the mapping right</source>
        <translation>ob die Zuordnung stimmt</translation>
    </message>
    <message>
        <source>which of two formats</source>
        <translation>welches von zwei Formaten</translation>
    </message>
    <message>
        <source>a required column</source>
        <translation>eine Pflichtspalte</translation>
    </message>
    <message>
        <source>zone of the times</source>
        <translation>Zone der Zeiten</translation>
    </message>
    <message>
        <source>day or month first</source>
        <translation>Tag oder Monat zuerst</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>own mapping: %1</source>
        <translation>eigene Zuordnung: %1</translation>
    </message>
    <message>
        <source>not recognised; proposed: %1</source>
        <translation>nicht erkannt; vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>no data, left alone</source>
        <translation>keine Daten, bleibt unberührt</translation>
    </message>
    <message>
        <source>imported before, as %1</source>
        <translation>schon importiert, als %1</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Still to be answered</source>
        <translation>Noch zu beantworten</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FilesPage</name>
    <message>
        <source>Look at the mapping…</source>
        <translation>Zuordnung ansehen…</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>Zone of local times without a zone</source>
        <translation>Zone von Ortszeiten ohne Zonenangabe</translation>
    </message>
    <message>
        <source>choose the zone …</source>
        <translation>Zone wählen …</translation>
    </message>
    <message>
        <source>Times without a zone are in</source>
        <translation>Zeiten ohne Zone gelten in</translation>
    </message>
    <message>
        <source>in every file that states none; it is not guessed, and can differ by file</source>
        <translation>in jeder Datei, die keine nennt; sie wird nicht geraten und kann je Datei anders sein</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 files will be imported</source>
        <translation>
            <numerusform>%1 von %2 Dateien wird importiert</numerusform>
            <numerusform>%1 von %2 Dateien werden importiert</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1 with open questions</source>
        <translation> · %1 mit offenen Fragen</translation>
    </message>
    <message>
        <source> · %1 imported before</source>
        <translation> · %1 schon importiert</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FilterEdit</name>
    <message>
        <source>What can follow in the filter</source>
        <translation>Was im Filter folgen kann</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FormPanel</name>
    <message>
        <source>Recognised format</source>
        <translation>Erkanntes Format</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>by its bytes</source>
        <translation>an ihren Bytes</translation>
    </message>
    <message>
        <source>by its rows</source>
        <translation>an ihren Zeilen</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>by its numbers</source>
        <translation>an ihren Zahlen</translation>
    </message>
    <message>
        <source>point, 1.5</source>
        <translation>Punkt, 1.5</translation>
    </message>
    <message>
        <source>comma, 1,5</source>
        <translation>Komma, 1,5</translation>
    </message>
    <message>
        <source>has a row of headings</source>
        <translation>hat eine Kopfzeile</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>Zwischen Spalten</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Rows above it</source>
        <translation>Zeilen darüber</translation>
    </message>
    <message>
        <source>Unit rows below</source>
        <translation>Einheitenzeilen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>choose the zone …</source>
        <translation>Zone wählen …</translation>
    </message>
    <message>
        <source>Zone of local times in this file</source>
        <translation>Zone der Ortszeiten in dieser Datei</translation>
    </message>
    <message>
        <source>the earlier one</source>
        <translation>die frühere</translation>
    </message>
    <message>
        <source>the later one</source>
        <translation>die spätere</translation>
    </message>
    <message>
        <source>reject the row</source>
        <translation>Zeile abweisen</translation>
    </message>
    <message>
        <source>Local times in</source>
        <translation>Ortszeiten in</translation>
    </message>
    <message>
        <source>Zone by column</source>
        <translation>Zone je Spalte</translation>
    </message>
    <message>
        <source>Hour that comes twice</source>
        <translation>Doppelte Stunde</translation>
    </message>
    <message>
        <source>Keep for next time</source>
        <translation>Für das nächste Mal behalten</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>Als Profil sichern</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>A file with the same headings is then read the same way, zone included.</source>
        <translation>Eine Datei mit denselben Spaltenköpfen wird dann ebenso gelesen, mit derselben Zone.</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>own mapping: %1</source>
        <translation>eigene Zuordnung: %1</translation>
    </message>
    <message>
        <source>not recognised: choose a table</source>
        <translation>nicht erkannt: wählen Sie eine Tabelle</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>proposal: %1, %2 %</source>
        <translation>Vorschlag: %1, %2 %</translation>
    </message>
    <message>
        <source>as table %1</source>
        <translation>als Tabelle %1</translation>
    </message>
    <message>
        <source>Confidence %1 %: </source>
        <translation>Sicherheit %1 %: </translation>
    </message>
    <message>
        <source>%1: %2. %3.</source>
        <translation>%1: %2. %3.</translation>
    </message>
    <message>
        <source>read as %1: %2</source>
        <translation>gelesen als %1: %2</translation>
    </message>
    <message>
        <source>nothing settles day and month; </source>
        <translation>Tag und Monat lassen sich nicht unterscheiden; </translation>
    </message>
    <message>
        <source>
of %1 dates, %2 have a first number above 12, %3 a second</source>
        <translation>
von %1 Datumsangaben haben %2 eine erste Zahl über 12, %3 eine zweite</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The mapping says %1.</source>
        <translation>Die Zuordnung sagt %1.</translation>
    </message>
    <message>
        <source>The values have no offset, and nothing else states a zone. Say where the clock of this system stands; it is not guessed.</source>
        <translation>Die Werte haben keinen Versatz, und nichts sonst nennt eine Zone. Geben Sie an, wie die Uhr dieses Systems geht; es wird nicht geraten.</translation>
    </message>
    <message>
        <source>Every time states its offset or has a rule; no zone is needed.</source>
        <translation>Jede Zeit nennt ihren Versatz oder hat eine Regel; es braucht keine Zone.</translation>
    </message>
    <message numerus="yes">
        <source>
%1 times fall into the hour that is skipped in spring.</source>
        <translation>
            <numerusform>
%1 Zeit fällt in die Stunde, die im Frühjahr übersprungen wird.</numerusform>
            <numerusform>
%1 Zeiten fallen in die Stunde, die im Frühjahr übersprungen wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
%1 times fall into the hour that comes twice in autumn.</source>
        <translation>
            <numerusform>
%1 Zeit fällt in die Stunde, die es im Herbst zweimal gibt.</numerusform>
            <numerusform>
%1 Zeiten fallen in die Stunde, die es im Herbst zweimal gibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Form of the times in %1</source>
        <translation>Form der Zeiten in %1</translation>
    </message>
    <message>
        <source>order found from the whole column</source>
        <translation>aus der ganzen Spalte bestimmt</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>zone as for the whole file</source>
        <translation>Zone wie für die ganze Datei</translation>
    </message>
    <message>
        <source>Zone of %1</source>
        <translation>Zone von %1</translation>
    </message>
    <message>
        <source>The values have no offset; %1 is the zone of the site.</source>
        <translation>Die Werte haben keinen Versatz; %1 ist die Zone des Standorts.</translation>
    </message>
    <message>
        <source>The values have no offset; %1 is what you stated.</source>
        <translation>Die Werte haben keinen Versatz; %1 ist Ihre Angabe.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::FreezeDialog</name>
    <message>
        <source>Freeze the analysis plan?</source>
        <translation>Den Analyseplan einfrieren?</translation>
    </message>
    <message>
        <source>This is not what the template “%1” of %2 says: %3 If the window was only set to look at something, go back to the template.</source>
        <translation>Das sagt die Vorlage „%1“ für %2 nicht: %3 Wenn das Fenster nur zum Ansehen gesetzt war, gehen Sie zur Vorlage zurück.</translation>
    </message>
    <message>
        <source>The plan then holds for all failures of this case and can&apos;t be changed, so that nobody can choose it by its result. Other parameters can be tried afterwards; their results are labelled exploratory.</source>
        <translation>Der Plan gilt dann für alle Vorfälle dieses Falls und kann nicht mehr geändert werden, damit ihn niemand nach dem Ergebnis wählt. Andere Parameter lassen sich danach versuchen; ihre Ergebnisse heißen explorativ.</translation>
    </message>
    <message>
        <source>Freeze and assess</source>
        <translation>Einfrieren und bewerten</translation>
    </message>
    <message>
        <source>Back to the template</source>
        <translation>Zurück zur Vorlage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::GuideText</name>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>antecedent::app::GuideWindow</name>
    <message>
        <source>Contents of the guide</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Words that a page has to have, in any order (Ctrl+F)</source>
        <translation>Wörter, die eine Seite enthalten muss, in beliebiger Folge (Strg+F)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Zurück zur vorigen Seite</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vor</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Diese Seite drucken</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>The window and its views</source>
        <translation>Das Fenster und seine Ansichten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>What can be imported</source>
        <translation>Was sich importieren lässt</translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation>Keine Seite enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>%1 — Guide</source>
        <translation>%1 – Handbuch</translation>
    </message>
</context>
<context>
    <name>antecedent::app::HypothesisPanel</name>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was er zeigt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>What may have caused or contributed to it</source>
        <translation>Was die Ursache gewesen sein oder beigetragen haben kann</translation>
    </message>
    <message>
        <source>What would be seen if it were false</source>
        <translation>Was zu sehen wäre, wenn sie falsch wäre</translation>
    </message>
    <message>
        <source>What would be seen if it were false; it is what to look for</source>
        <translation>Was zu sehen wäre, wenn sie falsch wäre; danach ist zu suchen</translation>
    </message>
    <message>
        <source>Group of causes</source>
        <translation>Ursachengruppe</translation>
    </message>
    <message>
        <source>Failure or whole case</source>
        <translation>Vorfall oder ganzer Fall</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Keep the hypothesis as it stands here</source>
        <translation>Die Hypothese so behalten, wie sie hier steht</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Take the hypothesis back; it stays in the audit trail</source>
        <translation>Die Hypothese zurücknehmen; sie bleibt im Prüfpfad</translation>
    </message>
    <message>
        <source>State of the hypothesis</source>
        <translation>Stand der Hypothese</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>If false</source>
        <translation>Falls falsch</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Reason of the state</source>
        <translation>Begründung des Stands</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set the state, with its reason</source>
        <translation>Den Stand mit seiner Begründung setzen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Evidence of the hypothesis</source>
        <translation>Belege der Hypothese</translation>
    </message>
    <message>
        <source>No evidence yet. Select a record anywhere and pin it here, or pin a candidate in Evidence.</source>
        <translation>Noch kein Beleg. Wählen Sie irgendwo einen Datensatz und heften Sie ihn hier an, oder heften Sie unter Evidenz einen Kandidaten an.</translation>
    </message>
    <message>
        <source>Turn to</source>
        <translation>Umkehren zu</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>Pin the selected record: %1</source>
        <translation>Gewählten Datensatz anheften: %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>The chosen evidence speaks %1</source>
        <translation>Der gewählte Beleg spricht %1</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Take the chosen evidence away; it stays in the audit trail</source>
        <translation>Den gewählten Beleg entfernen; er bleibt im Prüfpfad</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>New hypothesis</source>
        <translation>Neue Hypothese</translation>
    </message>
    <message>
        <source>Proposed from %1.</source>
        <translation>Vorgeschlagen aus %1.</translation>
    </message>
    <message>
        <source>Last changed by %1, %2. </source>
        <translation>Zuletzt geändert von %1, %2. </translation>
    </message>
    <message>
        <source>Add hypothesis</source>
        <translation>Hypothese hinzufügen</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
    <message>
        <source>Select a record to pin it.</source>
        <translation>Wählen Sie einen Datensatz, um ihn anzuheften.</translation>
    </message>
    <message>
        <source>%1
Frozen as sha256:%2</source>
        <translation>%1
Eingefroren als sha256:%2</translation>
    </message>
    <message>
        <source>Why is %1 taken back?</source>
        <translation>Warum wird %1 zurückgenommen?</translation>
    </message>
    <message>
        <source>Why does %1 speak %2?</source>
        <translation>Warum spricht %1 %2?</translation>
    </message>
    <message>
        <source>Why is %1 taken away?</source>
        <translation>Warum wird %1 entfernt?</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImpactStrip</name>
    <message numerus="yes">
        <source>Use of %1 in time: %2 batches, %3 of them exposed</source>
        <translation>
            <numerusform>Einsätze von %1 in der Zeit: %2 Charge, davon %3 exponiert</numerusform>
            <numerusform>Einsätze von %1 in der Zeit: %2 Chargen, davon %3 exponiert</numerusform>
        </translation>
    </message>
    <message>
        <source>no asset</source>
        <translation>keiner Anlage</translation>
    </message>
    <message>
        <source>Failing batch</source>
        <translation>Vorfallcharge</translation>
    </message>
    <message>
        <source>Used %1</source>
        <translation>Eingesetzt: %1</translation>
    </message>
    <message>
        <source>Reached otherwise</source>
        <translation>Anders erreicht</translation>
    </message>
    <message>
        <source>Filled: made from the failing batch. Times in %1.</source>
        <translation>Gefüllt: aus der Vorfallcharge hergestellt. Zeiten in %1.</translation>
    </message>
    <message>
        <source>%1, %2: %3 to %4</source>
        <translation>%1, %2: %3 bis %4</translation>
    </message>
    <message>
        <source>the failing batch</source>
        <translation>die Vorfallcharge</translation>
    </message>
    <message>
        <source>exposed</source>
        <translation>exponiert</translation>
    </message>
    <message>
        <source>not exposed</source>
        <translation>nicht exponiert</translation>
    </message>
    <message>
        <source>Filled: exposed. Hollow: not exposed. Washed: time in which %1 is suspect. Lines: made from. Times in %2.</source>
        <translation>Gefüllt: exponiert. Hohl: nicht exponiert. Hinterlegt: Zeit, in der %1 verdächtig ist. Linien: hergestellt aus. Zeiten in %2.</translation>
    </message>
    <message>
        <source>▸ Made from them</source>
        <translation>▸ Daraus hergestellt</translation>
    </message>
    <message>
        <source>▾ Made from them</source>
        <translation>▾ Daraus hergestellt</translation>
    </message>
    <message>
        <source>%1 batches in %2 generations, folded. Click the name, or G, to show them.</source>
        <translation>%1 Chargen in %2 Generationen, eingeklappt. Klick auf den Namen, oder G, zeigt sie.</translation>
    </message>
    <message>
        <source>    generation %1</source>
        <translation>    Generation %1</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImpactView</name>
    <message>
        <source>use of the asset</source>
        <translation>Einsatz der Anlage</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>genealogy</source>
        <translation>Genealogie</translation>
    </message>
    <message>
        <source>failing batch</source>
        <translation>Vorfallcharge</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Exponiert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Verwendungsentscheid</translation>
    </message>
    <message>
        <source>Distributed</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Batches, exposed or not</source>
        <translation>Chargen, exponiert oder nicht</translation>
    </message>
    <message>
        <source>Suspect asset</source>
        <translation>Verdächtige Anlage</translation>
    </message>
    <message>
        <source>Which batches</source>
        <translation>Welche Chargen</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Alle Chargen</translation>
    </message>
    <message>
        <source>Not exposed</source>
        <translation>Nicht exponiert</translation>
    </message>
    <message>
        <source>Find batches</source>
        <translation>Chargen suchen</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>%1, asset of the failure</source>
        <translation>%1, Anlage des Vorfalls</translation>
    </message>
    <message>
        <source>none: the failure names no asset</source>
        <translation>keine: der Vorfall nennt keine Anlage</translation>
    </message>
    <message>
        <source>%1, leads in the evidence</source>
        <translation>%1, führt in der Evidenz</translation>
    </message>
    <message>
        <source>Impact of %1</source>
        <translation>Auswirkung von %1</translation>
    </message>
    <message>
        <source>Neither asset nor batch of this failure is known. Choose a suspect asset above.</source>
        <translation>Weder Anlage noch Charge dieses Vorfalls ist bekannt. Wählen Sie oben eine verdächtige Anlage.</translation>
    </message>
    <message>
        <source>The impact was not computed; leave this step and come back to compute it again.</source>
        <translation>Die Auswirkung wurde nicht berechnet; verlassen Sie diesen Schritt und kehren Sie zurück, um sie erneut zu berechnen.</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1 of %2 batches were exposed.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1 von %2 Chargen war exponiert.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;%1 von %2 Chargen waren exponiert.&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message>
        <source>The failure names no asset and none is chosen: counted is what was made from the failing batch.</source>
        <translation>Der Vorfall nennt keine Anlage, und keine ist gewählt: gezählt wird, was aus der Vorfallcharge hergestellt wurde.</translation>
    </message>
    <message>
        <source>%1 is suspect from %2 (%3) to %4 (%5).</source>
        <translation>%1 ist verdächtig von %2 (%3) bis %4 (%5).</translation>
    </message>
    <message>
        <source>No step, cleaning or link ties %1 to a batch: whether a batch was exposed to it can&apos;t be told from these data.</source>
        <translation>Kein Schritt, keine Reinigung und keine Verknüpfung verbindet %1 mit einer Charge: ob eine Charge ihr ausgesetzt war, ist aus diesen Daten nicht feststellbar.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the exposed ones were distributed.</source>
        <translation>
            <numerusform>%1 der exponierten wurde ausgeliefert.</numerusform>
            <numerusform>%1 der exponierten wurden ausgeliefert.</numerusform>
        </translation>
    </message>
    <message>
        <source>● exposed</source>
        <translation>● exponiert</translation>
    </message>
    <message>
        <source>○ not</source>
        <translation>○ nicht</translation>
    </message>
    <message>
        <source>The data name no batches. Import batch records to see which ones were exposed.</source>
        <translation>Die Daten nennen keine Chargen. Importieren Sie Chargenprotokolle, um die exponierten zu sehen.</translation>
    </message>
    <message>
        <source>No batch of this choice. Clear the filter to see all.</source>
        <translation>Keine Charge in dieser Auswahl. Leeren Sie den Filter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>No steps of %1 are in the data.</source>
        <translation>Die Daten enthalten keine Schritte von %1.</translation>
    </message>
    <message>
        <source>Export the batches</source>
        <translation>Chargen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy as a table for a document or a spreadsheet: all rows, or those selected</source>
        <translation>Als Tabelle für ein Dokument oder Kalkulationsblatt kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy as text in columns for a mail or a form: all rows, or those selected</source>
        <translation>Als Text in Spalten für eine Mail oder ein Formular kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Write the batches as shown to a CSV file</source>
        <translation>Die Chargen, wie gezeigt, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n other batches exposed</source>
        <translation>
            <numerusform>%n weitere Charge exponiert</numerusform>
            <numerusform>%n weitere Chargen exponiert</numerusform>
        </translation>
    </message>
    <message>
        <source>No failures yet. Import deviations (Ctrl+Shift+I); the batches that were exposed as well stand here.</source>
        <translation>Noch keine Vorfälle. Importieren Sie Abweichungen (Strg+Umschalt+I); hier stehen dann die Chargen, die ebenfalls exponiert waren.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImportWizard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Looking at the files: %1 of %2</source>
        <translation>Dateien werden angesehen: %1 von %2</translation>
    </message>
    <message>
        <source>There are no files here.</source>
        <translation>Hier sind keine Dateien.</translation>
    </message>
    <message>
        <source>This file was imported before, as %1 on %2. There is nothing to do.</source>
        <translation>Diese Datei wurde schon importiert, als %1 am %2. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>1  Files</source>
        <translation>1  Dateien</translation>
    </message>
    <message>
        <source>2  Columns and times</source>
        <translation>2  Spalten und Zeiten</translation>
    </message>
    <message>
        <source>3  What the export says</source>
        <translation>3  Was der Export sagt</translation>
    </message>
    <message>
        <source>file %1 of %2</source>
        <translation>Datei %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>%n Datei importieren</numerusform>
            <numerusform>%n Dateien importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored before the last step.</source>
        <translation>Vor dem letzten Schritt wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>the file is still being read</source>
        <translation>die Datei wird noch gelesen</translation>
    </message>
    <message>
        <source>Still to be answered: %1. Or leave the file out in the first step.</source>
        <translation>Noch zu beantworten: %1. Oder lassen Sie die Datei im ersten Schritt aus.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>antecedent::app::Inspector</name>
    <message>
        <source>Original row</source>
        <translation>Originalzeile</translation>
    </message>
    <message>
        <source>Related records</source>
        <translation>Verbundene Datensätze</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>In UTC</source>
        <translation>In UTC</translation>
    </message>
    <message>
        <source>Known to</source>
        <translation>Genau auf</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Nothing else is recorded.</source>
        <translation>Sonst ist nichts erfasst.</translation>
    </message>
    <message>
        <source>Select a record in the timeline, a table or the graph to see its fields, its original row and what happened around it.</source>
        <translation>Wählen Sie auf der Zeitachse, in einer Tabelle oder im Graphen einen Datensatz, um seine Felder, seine Originalzeile und das Geschehen um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The selected record</source>
        <translation>Der gewählte Datensatz</translation>
    </message>
    <message>
        <source>Fields and rows of the selected record</source>
        <translation>Felder und Zeilen des gewählten Datensatzes</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the record</source>
        <translation>Eingabetaste oder Doppelklick führt zum Datensatz</translation>
    </message>
    <message>
        <source>Related records, and one hour around on the same asset</source>
        <translation>Verbundene Datensätze, und eine Stunde darum an derselben Anlage</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>No source has a row of its own for this record.</source>
        <translation>Keine Quelle hat eine eigene Zeile für diesen Datensatz.</translation>
    </message>
    <message>
        <source>%1, line %2, data row %3</source>
        <translation>%1, Textzeile %2, Datenzeile %3</translation>
    </message>
    <message>
        <source>%1, data row %2</source>
        <translation>%1, Datenzeile %2</translation>
    </message>
    <message>
        <source>SHA-256 of the source: %1</source>
        <translation>SHA-256 der Quelle: %1</translation>
    </message>
    <message>
        <source>%1 (of the source)</source>
        <translation>%1 (der Quelle)</translation>
    </message>
    <message>
        <source>Unified row, table %1</source>
        <translation>Vereinheitlichte Zeile, Tabelle %1</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1   %2, %3</source>
        <translation>%1   %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>To the failure</source>
        <translation>Bis zum Vorfall</translation>
    </message>
</context>
<context>
    <name>antecedent::app::InspectorPlace</name>
    <message>
        <source>&amp;Inspector</source>
        <translation>Ei&amp;nzelheiten</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close (Ctrl+I or Esc)</source>
        <translation>Schließen (Strg+I oder Esc)</translation>
    </message>
    <message>
        <source>Show or hide the selected record beside the view</source>
        <translation>Den gewählten Datensatz neben der Ansicht zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::JoinDialog</name>
    <message>
        <source>Columns of another list</source>
        <translation>Spalten einer anderen Liste</translation>
    </message>
    <message>
        <source>choose the list</source>
        <translation>Liste wählen</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <source>Columns of the list and what they become</source>
        <translation>Spalten der Liste und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Column of the list</source>
        <translation>Spalte der Liste</translation>
    </message>
    <message>
        <source>Values in it</source>
        <translation>Werte darin</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Its column</source>
        <translation>Ihre Spalte</translation>
    </message>
    <message>
        <source>holds the texts of</source>
        <translation>enthält die Texte von</translation>
    </message>
    <message>
        <source>What the list says now is kept with the mapping. A text that it lacks gives no value; ids and required values stay as they are.</source>
        <translation>Was die Liste jetzt sagt, bleibt bei der Zuordnung. Ein Text, den sie nicht kennt, gibt keinen Wert; Kennungen und Pflichtwerte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>Andere Liste</translation>
    </message>
    <message>
        <source>reading the list …</source>
        <translation>die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>What %1 becomes</source>
        <translation>Was aus %1 wird</translation>
    </message>
    <message>
        <source>– not used</source>
        <translation>– nicht verwendet</translation>
    </message>
    <message>
        <source>Choose the two columns that have the same texts.</source>
        <translation>Wählen Sie die beiden Spalten mit den gleichen Texten.</translation>
    </message>
    <message>
        <source>%1 of %2 texts in the first rows stand in the list, which has %3.</source>
        <translation>%1 von %2 Texten der ersten Zeilen stehen in der Liste, die %3 hat.</translation>
    </message>
    <message numerus="yes">
        <source>Its rows say different things of %n texts, such as %1: these give no value.</source>
        <translation>
            <numerusform>Zu einem Text, %1, sagen ihre Zeilen Verschiedenes: Er gibt keinen Wert.</numerusform>
            <numerusform>Zu %n Texten, etwa %1, sagen ihre Zeilen Verschiedenes: Sie geben keinen Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what its columns become.</source>
        <translation>Wählen Sie, was aus ihren Spalten wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows of it can&apos;t be read and are left out.</source>
        <translation>
            <numerusform>Eine Zeile davon ist nicht lesbar und fehlt hier.</numerusform>
            <numerusform>%n Zeilen davon sind nicht lesbar und fehlen hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two columns can&apos;t become the same.</source>
        <translation>Zwei Spalten können nicht dasselbe werden.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::LagStrip</name>
    <message>
        <source>Time before t0 of the latest onset: %1 failures, %2 controls</source>
        <translation>Zeit des letzten Eintritts vor t0: %1 Vorfälle, %2 Kontrollen</translation>
    </message>
    <message>
        <source>Value in the window: %1 failures, %2 controls</source>
        <translation>Wert im Fenster: %1 Vorfälle, %2 Kontrollen</translation>
    </message>
    <message>
        <source>; window of %1, to be moved with Left and Right</source>
        <translation>; Fenster von %1, mit Links und Rechts zu verschieben</translation>
    </message>
    <message>
        <source>Drag the blue edge, or move it with Left and Right and take it with Enter: the counts follow at once and are exploratory.</source>
        <translation>Ziehen Sie die blaue Kante, oder verschieben Sie sie mit Links und Rechts und übernehmen Sie mit der Eingabetaste: die Zahlen folgen sofort und sind explorativ.</translation>
    </message>
    <message>
        <source>No window has a time or a value of it.</source>
        <translation>Kein Fenster hat eine Zeit oder einen Wert davon.</translation>
    </message>
    <message>
        <source>latest onset before t0</source>
        <translation>letzter Eintritt vor t0</translation>
    </message>
    <message>
        <source>value in the window</source>
        <translation>Wert im Fenster</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>Fenster %1</translation>
    </message>
</context>
<context>
    <name>antecedent::app::LeavingModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Distance in band widths</source>
        <translation>Abstand in Bandbreiten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>antecedent::app::MainWindow</name>
    <message>
        <source>%1 — Antecedent</source>
        <translation>%1 – Antecedent</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading the investigation</source>
        <translation>Untersuchung wird gelesen</translation>
    </message>
    <message>
        <source>Open an investigation</source>
        <translation>Untersuchung öffnen</translation>
    </message>
    <message>
        <source>Investigations (*.ante);;All files (*)</source>
        <translation>Untersuchungen (*.ante);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Beispiel wird vorbereitet</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>The language changes as soon as this is done: %1</source>
        <translation>Die Sprache wechselt, sobald dies erledigt ist: %1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New investigation…</source>
        <translation>&amp;Neue Untersuchung…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;importieren…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>&amp;Close investigation</source>
        <translation>Untersuchung &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Filter the events</source>
        <translation>Ereignisse &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Antecedent</source>
        <translation>Ü&amp;ber Antecedent</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Find re&amp;cord or command</source>
        <translation>Datensatz oder &amp;Befehl suchen</translation>
    </message>
    <message>
        <source>Steps as i&amp;cons</source>
        <translation>Schritte als S&amp;ymbole</translation>
    </message>
    <message>
        <source>&amp;Saved views</source>
        <translation>&amp;Gesicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Previous failure</source>
        <translation>&amp;Voriger Vorfall</translation>
    </message>
    <message>
        <source>&amp;Next failure</source>
        <translation>&amp;Nächster Vorfall</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Da&amp;tensatz</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;sichern…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht sichern</translation>
    </message>
    <message>
        <source>Name of this view: its failure, window, filter, step and arrangement</source>
        <translation>Name dieser Ansicht: ihr Vorfall, Fenster, Filter, Schritt und ihre Anordnung</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Saved the view “%1”; it stands under View, Saved views.</source>
        <translation>Ansicht „%1“ gesichert; sie steht unter Ansicht, Gesicherte Ansichten.</translation>
    </message>
    <message>
        <source>The case has no failure %1 any more; the view “%2” is shown for the one at hand.</source>
        <translation>Der Fall hat keinen Vorfall %1 mehr; die Ansicht „%2“ wird für den aktuellen gezeigt.</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gesicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views; F2 renames, Delete deletes</source>
        <translation>Gesicherte Ansichten; F2 benennt um, Entf löscht</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Write the report…</source>
        <translation>Bericht s&amp;chreiben…</translation>
    </message>
    <message>
        <source>%1 looks like a newer export of %2.</source>
        <translation>%1 sieht nach einem neueren Export von %2 aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n sources look like newer exports of earlier ones.</source>
        <translation>
            <numerusform>%n Quelle sieht nach einem neueren Export einer früheren aus.</numerusform>
            <numerusform>%n Quellen sehen nach neueren Exporten von früheren aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confi&amp;guration…</source>
        <translation>Kon&amp;figuration…</translation>
    </message>
    <message>
        <source>Both count until you decide: Sources, Versions.</source>
        <translation>Beide zählen, bis Sie entscheiden: Quellen, Fassungen.</translation>
    </message>
    <message>
        <source>Where to write the tables</source>
        <translation>Wohin die Tabellen geschrieben werden</translation>
    </message>
    <message>
        <source>Exporting the records</source>
        <translation>Die Datensätze werden exportiert</translation>
    </message>
    <message>
        <source>Export the event log</source>
        <translation>Ereignislog exportieren</translation>
    </message>
    <message>
        <source>Exporting the event log</source>
        <translation>Das Ereignislog wird exportiert</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>All &amp;records as tables…</source>
        <translation>Alle &amp;Datensätze als Tabellen…</translation>
    </message>
    <message>
        <source>&amp;Event log of all records…</source>
        <translation>&amp;Ereignislog aller Datensätze…</translation>
    </message>
    <message>
        <source>Event log around &amp;failures like this…</source>
        <translation>Ereignislog um &amp;Vorfälle wie diesen…</translation>
    </message>
</context>
<context>
    <name>antecedent::app::MappingModel</name>
    <message>
        <source>– kept with the record</source>
        <translation>– bleibt beim Datensatz</translation>
    </message>
    <message>
        <source>– left out</source>
        <translation>– ausgelassen</translation>
    </message>
    <message>
        <source> (required)</source>
        <translation> (Pflicht)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>required: choose a column above, or write a value here</source>
        <translation>Pflicht: wählen Sie oben eine Spalte, oder schreiben Sie hier einen Wert</translation>
    </message>
    <message>
        <source>the same in every row</source>
        <translation>in jeder Zeile gleich</translation>
    </message>
    <message>
        <source>made of several</source>
        <translation>aus mehreren gebildet</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>noch kein Wert</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Values in it</source>
        <translation>Werte darin</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>antecedent::app::MappingPage</name>
    <message>
        <source>counting the whole file …</source>
        <translation>die ganze Datei wird gezählt …</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>the mapping is not complete yet</source>
        <translation>die Zuordnung ist noch nicht vollständig</translation>
    </message>
    <message>
        <source>Rejected rows will stand here with the reason and the original row.</source>
        <translation>Hier stehen dann abgewiesene Zeilen mit dem Grund und der Originalzeile.</translation>
    </message>
    <message>
        <source>%1 read = %2 stored + %3 rejected + %4 repeated</source>
        <translation>%1 gelesen = %2 gespeichert + %3 abgewiesen + %4 wiederholt</translation>
    </message>
    <message>
        <source> (at least)</source>
        <translation> (mindestens)</translation>
    </message>
    <message>
        <source>No row is rejected.</source>
        <translation>Keine Zeile wird abgewiesen.</translation>
    </message>
    <message>
        <source>Choose at the left what this file holds</source>
        <translation>Wählen Sie links, was diese Datei enthält</translation>
    </message>
    <message>
        <source>Each row becomes a record of %1</source>
        <translation>Jede Zeile wird zu einem Datensatz von %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Original row</source>
        <translation>Originalzeile</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Values…</source>
        <translation>Werte…</translation>
    </message>
    <message>
        <source>Say what the texts of the chosen column mean here</source>
        <translation>Angeben, was die Texte der gewählten Spalte hier bedeuten</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Wert hinzufügen</translation>
    </message>
    <message>
        <source>Columns of the file and what becomes of them</source>
        <translation>Spalten der Datei und was aus ihnen wird</translation>
    </message>
    <message>
        <source>No columns were found in this file.</source>
        <translation>In dieser Datei wurden keine Spalten gefunden.</translation>
    </message>
    <message>
        <source>As typed values</source>
        <translation>Als typisierte Werte</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Table of the preview</source>
        <translation>Tabelle der Vorschau</translation>
    </message>
    <message>
        <source>Preview of the first rows</source>
        <translation>Vorschau der ersten Zeilen</translation>
    </message>
    <message>
        <source>The mapping is not complete yet.</source>
        <translation>Die Zuordnung ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Rows that would be rejected</source>
        <translation>Zeilen, die abgewiesen würden</translation>
    </message>
    <message>
        <source>Another table from the same rows</source>
        <translation>Weitere Tabelle aus denselben Zeilen</translation>
    </message>
    <message>
        <source>Take a table away</source>
        <translation>Tabelle wegnehmen</translation>
    </message>
    <message>
        <source>Rows become records of %1; %2 says of what in them</source>
        <translation>Zeilen werden zu Datensätzen von %1; %2 sagt, wovon darin</translation>
    </message>
    <message>
        <source>Rows…</source>
        <translation>Zeilen…</translation>
    </message>
    <message>
        <source>Say which rows become records of which table</source>
        <translation>Sagen, welche Zeilen Datensätze welcher Tabelle werden</translation>
    </message>
    <message>
        <source>Look up…</source>
        <translation>Nachschlagen…</translation>
    </message>
    <message>
        <source>Take columns from another list, such as a machine master, by a key that both have</source>
        <translation>Spalten einer anderen Liste, etwa eines Maschinenstamms, über einen gemeinsamen Schlüssel übernehmen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::NamesPanel</name>
    <message>
        <source>%1 (by periods)</source>
        <translation>%1 (nach Zeiträumen)</translation>
    </message>
    <message>
        <source>confirmed: %1</source>
        <translation>bestätigt: %1</translation>
    </message>
    <message>
        <source>set apart</source>
        <translation>getrennt gehalten</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>stated by a list</source>
        <translation>von einer Liste genannt</translation>
    </message>
    <message>
        <source>read by its spelling</source>
        <translation>nach Schreibweise gelesen</translation>
    </message>
    <message>
        <source>open: stands for itself</source>
        <translation>offen: steht für sich</translation>
    </message>
    <message>
        <source>Names of assets and tags</source>
        <translation>Namen von Anlagen und Tags</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Best candidate</source>
        <translation>Bester Kandidat</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Confirm the clear ones…</source>
        <translation>Klare bestätigen…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Another asset…</source>
        <translation>Andere Anlage…</translation>
    </message>
    <message>
        <source>The name means an asset that you choose</source>
        <translation>Der Name meint eine Anlage, die Sie wählen</translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>The name is none of these assets, and is not read as one</source>
        <translation>Der Name ist keine dieser Anlagen und wird nicht als eine gelesen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>As if nobody had decided about the name</source>
        <translation>Als hätte niemand über den Namen entschieden</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>Was dagegen spricht</translation>
    </message>
    <message>
        <source>Which names</source>
        <translation>Welche Namen</translation>
    </message>
    <message>
        <source>open names</source>
        <translation>offene Namen</translation>
    </message>
    <message>
        <source>decided names</source>
        <translation>entschiedene Namen</translation>
    </message>
    <message>
        <source>all names</source>
        <translation>alle Namen</translation>
    </message>
    <message>
        <source>What the chosen name may mean</source>
        <translation>Was der gewählte Name meinen kann</translation>
    </message>
    <message>
        <source>What the chosen name may mean is listed here.</source>
        <translation>Hier steht, was der gewählte Name meinen kann.</translation>
    </message>
    <message>
        <source>Open or import data first.</source>
        <translation>Öffnen oder importieren Sie zuerst Daten.</translation>
    </message>
    <message>
        <source>Comparing the names …</source>
        <translation>Die Namen werden verglichen …</translation>
    </message>
    <message>
        <source>Compare the names of assets and tags</source>
        <translation>Namen von Anlagen und Tags vergleichen</translation>
    </message>
    <message>
        <source>No name is open.</source>
        <translation>Kein Name ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n names are open; %1 of them have one clear candidate. Nothing is merged until you confirm it.</source>
        <translation>
            <numerusform>%n Name ist offen; %1 davon mit einem klaren Kandidaten. Nichts wird zusammengeführt, bevor Sie es bestätigen.</numerusform>
            <numerusform>%n Namen sind offen; %1 davon mit einem klaren Kandidaten. Nichts wird zusammengeführt, bevor Sie es bestätigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Nobody has decided about a name.</source>
        <translation>Niemand hat über einen Namen entschieden.</translation>
    </message>
    <message>
        <source>No name is open: every record names a listed asset.</source>
        <translation>Kein Name ist offen: Jeder Datensatz nennt eine gelistete Anlage.</translation>
    </message>
    <message>
        <source>%1 means %2</source>
        <translation>%1 meint %2</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n names whose best candidate is clear</source>
        <translation>
            <numerusform>%n Namen bestätigen, dessen bester Kandidat klar ist</numerusform>
            <numerusform>%n Namen bestätigen, deren bester Kandidat klar ist</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is none of the listed assets</source>
        <translation>%1 ist keine der gelisteten Anlagen</translation>
    </message>
    <message>
        <source>Take the decision about %1 back</source>
        <translation>Entscheidung über %1 zurücknehmen</translation>
    </message>
    <message>
        <source>What %1 means</source>
        <translation>Was %1 meint</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>The name means the chosen candidate; where the data say when, in that time</source>
        <translation>Der Name meint den gewählten Kandidaten; wo die Daten sagen wann, in dieser Zeit</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keiner davon</translation>
    </message>
    <message>
        <source>open: no parameter</source>
        <translation>offen: kein Parameter</translation>
    </message>
    <message>
        <source>Confirms every open name of the kind shown whose best candidate is strong and clearly ahead of the second</source>
        <translation>Bestätigt jeden offenen Namen der gezeigten Art, dessen bester Kandidat stark ist und klar vor dem zweiten liegt</translation>
    </message>
    <message>
        <source>Names of what</source>
        <translation>Namen wovon</translation>
    </message>
    <message>
        <source>of every kind</source>
        <translation>jeder Art</translation>
    </message>
    <message>
        <source>of assets</source>
        <translation>von Anlagen</translation>
    </message>
    <message>
        <source>of tags</source>
        <translation>von Tags</translation>
    </message>
    <message>
        <source>parameters of tags</source>
        <translation>Parameter von Tags</translation>
    </message>
    <message>
        <source>No parameter is open.</source>
        <translation>Kein Parameter ist offen.</translation>
    </message>
    <message>
        <source>Another parameter…</source>
        <translation>Anderer Parameter…</translation>
    </message>
    <message>
        <source>The tag measures a parameter that you state</source>
        <translation>Der Tag misst einen Parameter, den Sie nennen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keiner davon</translation>
    </message>
    <message>
        <source>The tag measures none of these parameters, and none is proposed</source>
        <translation>Der Tag misst keinen dieser Parameter, und keiner wird vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 measures %2</source>
        <translation>%1 misst %2</translation>
    </message>
    <message>
        <source>%1 measures none of these parameters</source>
        <translation>%1 misst keinen dieser Parameter</translation>
    </message>
    <message>
        <source>What %1 measures</source>
        <translation>Was %1 misst</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>antecedent::app::OverlayPage</name>
    <message>
        <source>No failure is chosen. Choose one above to lay its batch over good ones.</source>
        <translation>Kein Vorfall ist gewählt. Wählen Sie oben einen, um seine Charge über gute zu legen.</translation>
    </message>
    <message>
        <source>No investigation is open.</source>
        <translation>Es ist keine Untersuchung geöffnet.</translation>
    </message>
    <message>
        <source>%1 names no batch, so there is nothing to lay over good batches. Choose a failure that names one, or look at all failures of its kind aligned on their time.</source>
        <translation>%1 nennt keine Charge, also gibt es nichts über gute Chargen zu legen. Wählen Sie einen Vorfall, der eine nennt, oder sehen Sie alle Vorfälle seiner Art an ihrer Zeit ausgerichtet an.</translation>
    </message>
    <message>
        <source>Reading the process data of the batches…</source>
        <translation>Prozessdaten der Chargen werden gelesen…</translation>
    </message>
    <message>
        <source>Overlay of %1</source>
        <translation>Überlagerung von %1</translation>
    </message>
    <message>
        <source>Cancelled before it was finished.</source>
        <translation>Vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>The record of batch %1 has no dated step and no start and end. Import its batch record, or look at the failures aligned on their time.</source>
        <translation>Das Protokoll der Charge %1 hat keinen datierten Schritt und keinen Beginn und kein Ende. Importieren Sie ihr Chargenprotokoll, oder sehen Sie die Vorfälle an ihrer Zeit ausgerichtet an.</translation>
    </message>
    <message>
        <source>The overlay could not be computed.</source>
        <translation>Die Überlagerung konnte nicht berechnet werden.</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>Erneut berechnen</translation>
    </message>
    <message>
        <source>Show the aligned failures</source>
        <translation>Ausgerichtete Vorfälle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n signals, distance in band widths</source>
        <translation>
            <numerusform>%n Signal, Abstand in Bandbreiten</numerusform>
            <numerusform>%n Signale, Abstand in Bandbreiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inside throughout</source>
        <translation>
            <numerusform>%n durchweg innerhalb</numerusform>
            <numerusform>%n durchweg innerhalb</numerusform>
        </translation>
    </message>
    <message>
        <source>No process data belong to the equipment of this step. Choose another step above, or import tags and samples.</source>
        <translation>Zu den Anlagen dieses Schritts gehören keine Prozessdaten. Wählen Sie oben einen anderen Schritt, oder importieren Sie Messstellen und Werte.</translation>
    </message>
    <message>
        <source>No process data belong to the equipment of this batch. Import tags and samples.</source>
        <translation>Zu den Anlagen dieser Charge gehören keine Prozessdaten. Importieren Sie Messstellen und Werte.</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Whole batch</source>
        <translation>Ganze Charge</translation>
    </message>
    <message>
        <source>Point at a signal, or move the cross hair with the arrow keys, to read values.</source>
        <translation>Zeigen Sie auf ein Signal, oder bewegen Sie das Fadenkreuz mit den Pfeiltasten, um Werte zu lesen.</translation>
    </message>
    <message>
        <source>As by rule</source>
        <translation>Nach der Regel</translation>
    </message>
    <message>
        <source>What is missing for a comparison</source>
        <translation>Was für einen Vergleich fehlt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The unit procedure that is laid over; at first that in which the failure happened</source>
        <translation>Die überlagerte Teilprozedur; zunächst die, in der der Vorfall geschah</translation>
    </message>
    <message>
        <source>Phase, stretched</source>
        <translation>Phase, gestreckt</translation>
    </message>
    <message>
        <source>Phase start</source>
        <translation>Phasenbeginn</translation>
    </message>
    <message>
        <source>Step start</source>
        <translation>Schrittbeginn</translation>
    </message>
    <message>
        <source>Align by</source>
        <translation>Ausrichten an</translation>
    </message>
    <message>
        <source>Stretched: each phase of a batch to the median length; else by the time since the start of phase or step</source>
        <translation>Gestreckt: jede Phase einer Charge auf die mediane Länge; sonst nach der Zeit seit Beginn der Phase oder des Schritts</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>By duration</source>
        <translation>Nach Dauer</translation>
    </message>
    <message>
        <source>Phase width</source>
        <translation>Phasenbreite</translation>
    </message>
    <message>
        <source>How wide phases are drawn</source>
        <translation>Wie breit Phasen gezeichnet werden</translation>
    </message>
    <message>
        <source>Good batches, at most</source>
        <translation>Gute Chargen, höchstens</translation>
    </message>
    <message>
        <source>The nearest good batches before the failed one, then those after it</source>
        <translation>Die nächsten guten Chargen vor der fehlgeschlagenen, dann die danach</translation>
    </message>
    <message>
        <source>Forget which batches were ticked in and out by hand</source>
        <translation>Vergessen, welche Chargen von Hand an- und abgehakt wurden</translation>
    </message>
    <message>
        <source>What leaves the golden profile, the farthest first</source>
        <translation>Was das goldene Profil verlässt, das Entfernteste zuerst</translation>
    </message>
    <message>
        <source>Batches of the overlay; Space takes one in or out</source>
        <translation>Chargen der Überlagerung; die Leertaste nimmt eine auf oder heraus</translation>
    </message>
    <message>
        <source>Where it leaves the profile</source>
        <translation>Wo es das Profil verlässt</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>The list is in the clipboard.</source>
        <translation>Die Liste ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Values at the cross hair</source>
        <translation>Werte am Fadenkreuz</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy the values of all signals at the cross hair as a table (Ctrl+C)</source>
        <translation>Die Werte aller Signale am Fadenkreuz als Tabelle kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>The values are in the clipboard.</source>
        <translation>Die Werte sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Show in timeline</source>
        <translation>Auf der Zeitachse zeigen</translation>
    </message>
    <message>
        <source>Show the timeline at the cross hair, or where the chosen signal first leaves the profile (Enter)</source>
        <translation>Die Zeitachse am Fadenkreuz zeigen, oder wo das gewählte Signal das Profil zuerst verlässt (Eingabetaste)</translation>
    </message>
</context>
<context>
    <name>antecedent::app::PlanPanel</name>
    <message>
        <source>Template of this class</source>
        <translation>Vorlage dieser Klasse</translation>
    </message>
    <message>
        <source>What is usual for this class of failure; the other fields start from it</source>
        <translation>Was bei dieser Klasse von Vorfällen üblich ist; die anderen Felder gehen davon aus</translation>
    </message>
    <message>
        <source>Window before t0</source>
        <translation>Fenster vor t0</translation>
    </message>
    <message>
        <source>After t0</source>
        <translation>Nach t0</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Zeitzählung</translation>
    </message>
    <message>
        <source>Unit of the lags that are shown</source>
        <translation>Einheit der gezeigten Vorläufe</translation>
    </message>
    <message>
        <source>t0 is when it</source>
        <translation>Bezugszeitpunkt t0</translation>
    </message>
    <message>
        <source>Compared within</source>
        <translation>Verglichen in</translation>
    </message>
    <message>
        <source>Where antecedents are looked for</source>
        <translation>Wo nach Vorläufern gesucht wird</translation>
    </message>
    <message>
        <source>Controls, at most</source>
        <translation>Kontrollen, höchstens</translation>
    </message>
    <message>
        <source>Control windows or batches per failure</source>
        <translation>Kontrollfenster oder -chargen je Vorfall</translation>
    </message>
    <message>
        <source>wall clock</source>
        <translation>Kalenderzeit</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>run hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>vorgelagert</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>A length such as 36 h or 10 d, or one of the list</source>
        <translation>Eine Länge wie 36 h oder 10 d, oder eine aus der Liste</translation>
    </message>
    <message>
        <source>Shown, never antecedent: 4 h, 0 h</source>
        <translation>Wird gezeigt, zählt nie als vorausgehend: 4 h, 0 h</translation>
    </message>
    <message>
        <source>When the failure happened: one of the list, or “start of” or “end of” and the name of a step</source>
        <translation>Wann der Vorfall geschah: etwas aus der Liste, oder „Beginn von“ oder „Ende von“ und der Name eines Schritts</translation>
    </message>
</context>
<context>
    <name>antecedent::app::PreviewModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>antecedent::app::PreviewPanel</name>
    <message>
        <source>Pages of the report as they will print</source>
        <translation>Seiten des Berichts, wie sie gedruckt werden</translation>
    </message>
    <message>
        <source>Smaller pages</source>
        <translation>Seiten kleiner</translation>
    </message>
    <message>
        <source>Larger pages</source>
        <translation>Seiten größer</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite einpassen</translation>
    </message>
    <message>
        <source>Fit pages to the width</source>
        <translation>Seiten auf die Breite einpassen</translation>
    </message>
    <message>
        <source>Choose a failure at the left to see the pages of its report.</source>
        <translation>Wählen Sie links einen Vorfall, um die Seiten seines Berichts zu sehen.</translation>
    </message>
    <message>
        <source>The pages appear here once the analysis plan is frozen: in Evidence, or by writing a report. No result is computed before.</source>
        <translation>Hier erscheinen die Seiten, sobald der Analyseplan eingefroren ist: unter Evidenz oder durch das Schreiben eines Berichts. Vorher wird kein Ergebnis berechnet.</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>Die Seiten werden erstellt…</translation>
    </message>
    <message>
        <source>Making the pages of the report</source>
        <translation>Seiten des Berichts werden erstellt</translation>
    </message>
    <message>
        <source>Cancelled. Change the choice at the left to make the pages.</source>
        <translation>Abgebrochen. Ändern Sie links die Auswahl, um die Seiten zu erstellen.</translation>
    </message>
    <message>
        <source>The pages could not be made.</source>
        <translation>Die Seiten konnten nicht erstellt werden.</translation>
    </message>
    <message>
        <source>%1, page %2 of %3, as it would be written now</source>
        <translation>%1, Seite %2 von %3, wie er jetzt geschrieben würde</translation>
    </message>
</context>
<context>
    <name>antecedent::app::QualityPanel</name>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>What is doubtful</source>
        <translation>Was zweifelhaft ist</translation>
    </message>
    <message>
        <source>What it does to the analysis</source>
        <translation>Folge für die Auswertung</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Asset or tag</source>
        <translation>Anlage oder Messstelle</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>Auf der Zeitachse zeigen</translation>
    </message>
    <message>
        <source>Data quality of the source</source>
        <translation>Datenqualität der Quelle</translation>
    </message>
    <message>
        <source>Places of the finding</source>
        <translation>Stellen des Befunds</translation>
    </message>
    <message>
        <source>Checking the quality of the data</source>
        <translation>Qualität der Daten wird geprüft</translation>
    </message>
    <message>
        <source>The data were not checked.</source>
        <translation>Die Daten wurden nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing doubtful was found in the data of this source.</source>
        <translation>In den Daten dieser Quelle wurde nichts Zweifelhaftes gefunden.</translation>
    </message>
    <message>
        <source>The data are being checked.</source>
        <translation>Die Daten werden geprüft.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The import counted them and kept no rows.</source>
        <translation>Der Import hat sie gezählt und keine Zeilen behalten.</translation>
    </message>
    <message>
        <source>The first %1 of %2 places are listed.</source>
        <translation>Die ersten %1 von %2 Stellen sind aufgeführt.</translation>
    </message>
    <message>
        <source>Others have findings: %1</source>
        <translation>Befunde haben andere: %1</translation>
    </message>
</context>
<context>
    <name>antecedent::app::Rail</name>
    <message>
        <source>Steps, now %1</source>
        <translation>Schritte, jetzt %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>antecedent::app::RecentLegend</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>The file is not there any more</source>
        <translation>Die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>latest failure</source>
        <translation>letzter Vorfall</translation>
    </message>
    <message>
        <source>other failures</source>
        <translation>andere Vorfälle</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
</context>
<context>
    <name>antecedent::app::RecordActions</name>
    <message>
        <source>&amp;Pin as evidence…</source>
        <translation>Als &amp;Beleg anheften…</translation>
    </message>
    <message>
        <source>Pin the selected record to a hypothesis, for, against or beside it</source>
        <translation>Den gewählten Datensatz an eine Hypothese anheften: dafür, dagegen oder neutral</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>&amp;Notiz anlegen…</translation>
    </message>
    <message>
        <source>Write a note on the selected record</source>
        <translation>Eine Notiz zum gewählten Datensatz schreiben</translation>
    </message>
    <message>
        <source>Context ±1 &amp;h</source>
        <translation>&amp;Umfeld ±1 h</translation>
    </message>
    <message>
        <source>Show one hour before and after the selected record, on its asset</source>
        <translation>Eine Stunde vor und nach dem gewählten Datensatz zeigen, an seiner Anlage</translation>
    </message>
    <message>
        <source>Make &amp;sentinel…</source>
        <translation>Zum &amp;Vorfall…</translation>
    </message>
    <message>
        <source>Take events like the selected one as failures of this case</source>
        <translation>Ereignisse wie das gewählte als Vorfälle dieses Falls nehmen</translation>
    </message>
    <message>
        <source>%1 is a failure of this case already; it is the one at hand now.</source>
        <translation>%1 ist schon ein Vorfall dieses Falls; er ist jetzt der aktuelle.</translation>
    </message>
    <message>
        <source>Writing to the case</source>
        <translation>In den Fall wird geschrieben</translation>
    </message>
    <message>
        <source>The case takes these events as failures: %1.</source>
        <translation>Der Fall nimmt diese Ereignisse als Vorfälle: %1.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ReportContents</name>
    <message>
        <source>A figure that is left out is named in the report; its records stay in the twin. What speaks against a cause is always printed.</source>
        <translation>Eine ausgelassene Abbildung wird im Bericht genannt; ihre Datensätze bleiben im Datenzwilling. Was gegen eine Ursache spricht, wird immer gedruckt.</translation>
    </message>
    <message>
        <source>Counters over time</source>
        <translation>Zähler im Zeitverlauf</translation>
    </message>
    <message>
        <source>Event sequences</source>
        <translation>Ereignisabfolgen</translation>
    </message>
    <message>
        <source>Figure in the report: %1</source>
        <translation>Abbildung im Bericht: %1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ReportPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Failures to report on</source>
        <translation>Vorfälle für den Bericht</translation>
    </message>
    <message>
        <source>Find a failure</source>
        <translation>Vorfall suchen</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>Titel des Berichts</translation>
    </message>
    <message>
        <source>The classification of the failure</source>
        <translation>Die Klassifizierung des Vorfalls</translation>
    </message>
    <message>
        <source>Title, printed after the failure&apos;s number</source>
        <translation>Titel, gedruckt nach der Nummer des Vorfalls</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>Ordner für die Berichte</translation>
    </message>
    <message>
        <source>Folder, for PDF, HTML and the twin with every number</source>
        <translation>Ordner für PDF, HTML und den Datenzwilling mit jeder Zahl</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder for the reports</source>
        <translation>Ordner für die Berichte wählen</translation>
    </message>
    <message>
        <source>Cancel writing; reports that are finished stay</source>
        <translation>Schreiben abbrechen; fertige Berichte bleiben</translation>
    </message>
    <message>
        <source>Progress of writing</source>
        <translation>Fortschritt des Schreibens</translation>
    </message>
    <message>
        <source>No failures yet. Import deviations or a failure list (File, Import), then report on them.</source>
        <translation>Noch keine Vorfälle. Importieren Sie Abweichungen oder eine Vorfallliste (Datei, Importieren), um über sie zu berichten.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen, one report each.</source>
        <translation>%1 von %2 gewählt, je ein Bericht.</translation>
    </message>
    <message>
        <source>The analysis plan of the case is frozen; the report uses it.</source>
        <translation>Der Analyseplan des Falls ist eingefroren; der Bericht verwendet ihn.</translation>
    </message>
    <message>
        <source>The case has no frozen plan. Writing a report freezes the plan templates before any result is computed; other parameters are exploratory from then on.</source>
        <translation>Der Fall hat keinen eingefrorenen Plan. Das Schreiben eines Berichts friert die Planvorlagen ein, bevor ein Ergebnis berechnet wird; andere Parameter sind danach explorativ.</translation>
    </message>
    <message>
        <source>Freeze the plan, write report</source>
        <translation>Plan einfrieren, Bericht schreiben</translation>
    </message>
    <message>
        <source>Freeze the plan, write %1 reports</source>
        <translation>Plan einfrieren, %1 Berichte schreiben</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Write %1 reports</source>
        <translation>%1 Berichte schreiben</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ReportView</name>
    <message>
        <source>contribution of an asset supported</source>
        <translation>Beitrag einer Anlage gestützt</translation>
    </message>
    <message>
        <source>contribution of an asset not supported</source>
        <translation>Beitrag einer Anlage nicht gestützt</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>nicht entscheidbar</translation>
    </message>
    <message>
        <source>Holds: %1 files, %2 numbers from %3 records, %4 candidates.</source>
        <translation>Stimmt: %1 Dateien, %2 Zahlen aus %3 Datensätzen, %4 Kandidaten.</translation>
    </message>
    <message numerus="yes">
        <source>Does not hold, %1 findings. First: %2 %3, %4.</source>
        <translation>
            <numerusform>Stimmt nicht, %1 Befund: %2 %3, %4.</numerusform>
            <numerusform>Stimmt nicht, %1 Befunde. Erster: %2 %3, %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>Datenzwilling</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reports of this investigation</source>
        <translation>Berichte dieser Untersuchung</translation>
    </message>
    <message>
        <source>No report yet. Choose the failures at the left, then write one.</source>
        <translation>Noch kein Bericht. Wählen Sie links die Vorfälle und schreiben Sie einen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>Open HTML</source>
        <translation>HTML öffnen</translation>
    </message>
    <message>
        <source>Open the report in the browser</source>
        <translation>Den Bericht im Browser öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the report</source>
        <translation>Den Ordner des Berichts zeigen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Compute hashes and numbers of the report again from its twin</source>
        <translation>Hashwerte und Zahlen des Berichts aus seinem Datenzwilling neu berechnen</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Writing %1 reports</source>
        <translation>%1 Berichte werden geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %1 reports were finished before and stay.</source>
        <translation>
            <numerusform>Abgebrochen. %1 Bericht war vorher fertig und bleibt.</numerusform>
            <numerusform>Abgebrochen. %1 Berichte waren vorher fertig und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Wrote %1 reports to %2.</source>
        <translation>%1 Berichte nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>stimmt nicht</translation>
    </message>
    <message numerus="yes">
        <source>, %1 pages</source>
        <translation>
            <numerusform>, %1 Seite</numerusform>
            <numerusform>, %1 Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it was written is not in the audit trail.</source>
        <translation>Wohin er geschrieben wurde, steht nicht im Prüfpfad.</translation>
    </message>
    <message>
        <source>Looked for at %1</source>
        <translation>Gesucht unter %1</translation>
    </message>
    <message>
        <source>Not checked yet. Verify computes its hashes and numbers again.</source>
        <translation>Noch nicht geprüft. Verifizieren berechnet seine Hashwerte und Zahlen neu.</translation>
    </message>
    <message>
        <source>Answer: %1. %2</source>
        <translation>Antwort: %1. %2</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird verifiziert</translation>
    </message>
    <message>
        <source>choose a folder that exists</source>
        <translation>wählen Sie einen Ordner, den es gibt</translation>
    </message>
    <message>
        <source>choose the folder at the left where the report is kept</source>
        <translation>wählen Sie links den Ordner, in dem der Bericht liegt</translation>
    </message>
    <message>
        <source>Pages as they will print</source>
        <translation>Seiten, wie sie gedruckt werden</translation>
    </message>
    <message>
        <source>Written reports</source>
        <translation>Geschriebene Berichte</translation>
    </message>
    <message numerus="yes">
        <source>%n reports written</source>
        <translation>
            <numerusform>%n Bericht geschrieben</numerusform>
            <numerusform>%n Berichte geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>the report was written without HTML; open the PDF</source>
        <translation>der Bericht wurde ohne HTML geschrieben; öffnen Sie das PDF</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ResidualPlot</name>
    <message>
        <source>Differences at the anchors</source>
        <translation>Unterschiede an den Ankern</translation>
    </message>
    <message numerus="yes">
        <source>%n anchors</source>
        <translation>
            <numerusform>%n Anker</numerusform>
            <numerusform>%n Anker</numerusform>
        </translation>
    </message>
    <message>
        <source>Source minus reference at the anchors, in s; line and band: estimate and its 95 % interval</source>
        <translation>Quelle minus Vergleich an den Ankern, in s; Linie und Band: Schätzung und ihr 95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>antecedent::app::RowsDialog</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>nothing chosen yet</source>
        <translation>noch nichts gewählt</translation>
    </message>
    <message>
        <source>%1 is none of: %2</source>
        <translation>%1 ist keines von: %2</translation>
    </message>
    <message>
        <source>%1 is one of: %2</source>
        <translation>%1 ist eines von: %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Which rows become records</source>
        <translation>Welche Zeilen Datensätze werden</translation>
    </message>
    <message>
        <source>Records of</source>
        <translation>Datensätze von</translation>
    </message>
    <message>
        <source>Conditions that all hold</source>
        <translation>Bedingungen, die alle gelten</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>All conditions hold for a row that becomes a record; without any, every row does. A row that no table takes is rejected.</source>
        <translation>Für eine Zeile, die ein Datensatz wird, gelten alle Bedingungen; ohne Bedingung wird es jede. Eine Zeile, die keine Tabelle nimmt, wird zurückgewiesen.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>One of or none of</source>
        <translation>Eines oder keines von</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>Texts of the column</source>
        <translation>Texte der Spalte</translation>
    </message>
    <message>
        <source>%1   %2 rows</source>
        <translation>%1   %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>antecedent::app::SentinelBar</name>
    <message>
        <source>Take as failures</source>
        <translation>Als Vorfälle nehmen</translation>
    </message>
    <message>
        <source>Which occurrence per asset</source>
        <translation>Welches Vorkommen je Anlage</translation>
    </message>
    <message>
        <source>every one</source>
        <translation>jedes</translation>
    </message>
    <message>
        <source>no. </source>
        <translation>Nr. </translation>
    </message>
    <message>
        <source>Reason, for the audit trail</source>
        <translation>Begründung, für den Prüfpfad</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Genommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Give up %1: %2 (%3 failures)</source>
        <translation>
            <numerusform>%1 aufgeben: %2 (%3 Vorfall)</numerusform>
            <numerusform>%1 aufgeben: %2 (%3 Vorfälle)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Events or process values to take as failures</source>
        <translation>Ereignisse oder Prozesswerte, die als Vorfälle gelten sollen</translation>
    </message>
    <message>
        <source>As failures: code = DOOR_OPEN and asset = &quot;R-101&quot;, or values of a tag: TT-101 &gt; 80</source>
        <translation>Als Vorfälle: code = DOOR_OPEN and asset = &quot;R-101&quot;, oder Werte einer Messstelle: TT-101 &gt; 80</translation>
    </message>
    <message>
        <source>Any events, by a filter, or excursions of process values, by the name of a tag and a limit</source>
        <translation>Beliebige Ereignisse nach einem Filter, oder Grenzwertverletzungen von Prozesswerten nach dem Namen einer Messstelle und einer Grenze</translation>
    </message>
    <message>
        <source>Only the n-th on each asset; the others are listed as left out</source>
        <translation>Nur das n-te an jeder Anlage; die anderen werden als ausgelassen aufgeführt</translation>
    </message>
    <message>
        <source>Hysteresis: over when the value is back by more than this</source>
        <translation>Hysterese: vorbei, wenn der Wert um mehr als dies zurück ist</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Least duration: shorter excursions are left out</source>
        <translation>Mindestdauer: kürzere werden ausgelassen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Over when back by more than</source>
        <translation>Vorbei, wenn zurück um mehr als</translation>
    </message>
    <message>
        <source>Least duration</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <source>Each excursion of %1 at %2 is a failure.</source>
        <translation>Jede Grenzwertverletzung von %1 an %2 ist ein Vorfall.</translation>
    </message>
    <message>
        <source>Each excursion of %1 is a failure.</source>
        <translation>Jede Grenzwertverletzung von %1 ist ein Vorfall.</translation>
    </message>
    <message>
        <source>What this case takes as failures beside its deviations</source>
        <translation>Was dieser Fall neben seinen Abweichungen als Vorfälle nimmt</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%n excursions</source>
        <translation>
            <numerusform>%n Grenzwertverletzung</numerusform>
            <numerusform>%n Grenzwertverletzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 left out</source>
        <translation>, %1 ausgelassen</translation>
    </message>
    <message>
        <source>The case takes these as failures: %1.</source>
        <translation>Der Fall nimmt diese als Vorfälle: %1.</translation>
    </message>
    <message>
        <source>The case gives up %1.</source>
        <translation>Der Fall gibt %1 auf.</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
</context>
<context>
    <name>antecedent::app::SequencesView</name>
    <message numerus="yes">
        <source>%1 classes</source>
        <translation>
            <numerusform>%1 Klasse</numerusform>
            <numerusform>%1 Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>undetermined: the clocks don&apos;t tell</source>
        <translation>unbestimmt: die Uhren geben es nicht her</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Abfolgen</translation>
    </message>
    <message>
        <source>This failure</source>
        <translation>Dieser Vorfall</translation>
    </message>
    <message>
        <source>Records of the window of this failure</source>
        <translation>Datensätze im Fenster dieses Vorfalls</translation>
    </message>
    <message>
        <source>All failures</source>
        <translation>Alle Vorfälle</translation>
    </message>
    <message>
        <source>Classes before all failures of this classification</source>
        <translation>Klassen vor allen Vorfällen dieser Klassifizierung</translation>
    </message>
    <message>
        <source>Failures − controls</source>
        <translation>Vorfälle − Kontrollen</translation>
    </message>
    <message>
        <source>Only what stands before failures more often than in their controls</source>
        <translation>Nur, was vor Vorfällen häufiger steht als in ihren Kontrollen</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Failures that a class or an order needs to be drawn</source>
        <translation>Vorfälle, die eine Klasse oder Folge braucht, um gezeichnet zu werden</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Classes that are drawn at most</source>
        <translation>So viele Klassen werden höchstens gezeichnet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>The picture as seen, or the whole graph</source>
        <translation>Das Bild, wie es zu sehen ist, oder der ganze Graph</translation>
    </message>
    <message>
        <source>Windows of the chosen class or order</source>
        <translation>Fenster der gewählten Klasse oder Folge</translation>
    </message>
    <message>
        <source>Open in timeline</source>
        <translation>Auf der Zeitachse öffnen</translation>
    </message>
    <message>
        <source>Show this window in the timeline (Enter)</source>
        <translation>Dieses Fenster auf der Zeitachse zeigen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Choose a failure first; what came before it stands here.</source>
        <translation>Wählen Sie zuerst einen Vorfall; hier steht dann, was davor kam.</translation>
    </message>
    <message>
        <source>Sequences before %1</source>
        <translation>Abfolgen vor %1</translation>
    </message>
    <message>
        <source>The sequences were not computed; leave this step and come back to compute them again.</source>
        <translation>Die Abfolgen wurden nicht berechnet; verlassen Sie diesen Schritt und kehren Sie zurück, um sie erneut zu berechnen.</translation>
    </message>
    <message>
        <source>Folded: %1 classes and %2 orders below support %3 or outside the top %4%5.</source>
        <translation>Eingeklappt: %1 Klassen und %2 Folgen unter Support %3 oder außerhalb der ersten %4%5.</translation>
    </message>
    <message>
        <source>, or not more frequent than in controls</source>
        <translation>, oder nicht häufiger als in Kontrollen</translation>
    </message>
    <message numerus="yes">
        <source>%1 failures of this classification are left out (%2).</source>
        <translation>
            <numerusform>%1 Vorfall dieser Klassifizierung ist ausgelassen (%2).</numerusform>
            <numerusform>%1 Vorfälle dieser Klassifizierung sind ausgelassen (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>No window can be used (%1). Choose another length before the failure.</source>
        <translation>Kein Fenster ist verwertbar (%1). Wählen Sie eine andere Länge vor dem Vorfall.</translation>
    </message>
    <message>
        <source>Nothing stands before the failure with this support. Lower the support, lengthen the window, or look at all failures without subtracting controls.</source>
        <translation>Mit diesem Support steht nichts vor dem Vorfall. Senken Sie den Support, verlängern Sie das Fenster, oder sehen Sie alle Vorfälle ohne Abzug der Kontrollen an.</translation>
    </message>
    <message>
        <source>Click a class or an order to see the windows that it counts.</source>
        <translation>Klicken Sie auf eine Klasse oder Folge, um die gezählten Fenster zu sehen.</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>%1 of %2 failures, %3 of %4 controls</source>
        <translation>%1 von %2 Vorfällen, %3 von %4 Kontrollen</translation>
    </message>
    <message>
        <source>The failure</source>
        <translation>Der Vorfall</translation>
    </message>
    <message>
        <source>
Last onset: median %1 before the failure</source>
        <translation>
Letzter Eintritt: Median %1 vor dem Vorfall</translation>
    </message>
    <message>
        <source>
Gap: median %1, quartiles %2 to %3</source>
        <translation>
Abstand: Median %1, Quartile %2 bis %3</translation>
    </message>
    <message>
        <source>
Order: %1</source>
        <translation>
Reihenfolge: %1</translation>
    </message>
    <message>
        <source>failure %1, %2</source>
        <translation>Vorfall %1, %2</translation>
    </message>
    <message>
        <source>control %1, %2</source>
        <translation>Kontrolle %1, %2</translation>
    </message>
    <message>
        <source>Save the sequences</source>
        <translation>Abfolgen sichern</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Stretch of time to the failure that is counted, here and marked in the timeline. Drag on the axis, or Shift with the arrow keys</source>
        <translation>Gezählter Abschnitt der Zeit bis zum Vorfall, hier und auf der Zeitachse markiert. Auf der Achse ziehen, oder Umschalt mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>All of the window</source>
        <translation>Das ganze Fenster</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last %1 hours</source>
        <translation>Letzte %1 Stunden</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Brush: %1</source>
        <translation>Abschnitt: %1</translation>
    </message>
    <message>
        <source>Time brush: %1</source>
        <translation>Zeitabschnitt: %1</translation>
    </message>
    <message>
        <source>The filter is not valid (%1); correct it in the bar above or below.</source>
        <translation>Der Filter ist nicht gültig (%1); berichtigen Sie ihn in der Leiste oben oder unten.</translation>
    </message>
    <message>
        <source>Only records that match the filter.</source>
        <translation>Nur Datensätze, die zum Filter passen.</translation>
    </message>
    <message>
        <source>Only records in the brushed time.</source>
        <translation>Nur Datensätze im gewählten Zeitabschnitt.</translation>
    </message>
    <message>
        <source>Nothing that the brush and the filter choose stands before the failure with this support. Choose all of the window under Brush, clear the filter, or lower the support.</source>
        <translation>Nichts, was Abschnitt und Filter auswählen, steht mit diesem Support vor dem Vorfall. Wählen Sie unter Abschnitt das ganze Fenster, leeren Sie den Filter, oder senken Sie den Support.</translation>
    </message>
    <message>
        <source>Sequence graph</source>
        <translation>Abfolgegraph</translation>
    </message>
    <message>
        <source>What the graph counts</source>
        <translation>Was der Graph zählt</translation>
    </message>
</context>
<context>
    <name>antecedent::app::SourceDetails</name>
    <message>
        <source>Details of the source</source>
        <translation>Einzelheiten der Quelle</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>Keine Quelle ist gewählt.</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Zone of local times</source>
        <translation>Zone der Ortszeiten</translation>
    </message>
    <message>
        <source>stated in the values</source>
        <translation>in den Werten angegeben</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>First record</source>
        <translation>Erster Datensatz</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>Letzter Datensatz</translation>
    </message>
    <message>
        <source>Said to cover</source>
        <translation>Angegebener Zeitraum</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not stated: the span counts as covered</source>
        <translation>nicht angegeben: die Spanne gilt als abgedeckt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1 read = %2 stored + %3 rejected + %4 duplicate</source>
        <translation>%1 gelesen = %2 gespeichert + %3 abgewiesen + %4 doppelt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Export statement</source>
        <translation>Exportangabe</translation>
    </message>
    <message>
        <source>none: the absence of a record is not determinable</source>
        <translation>keine: das Fehlen eines Datensatzes ist nicht feststellbar</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
</context>
<context>
    <name>antecedent::app::SourcesView</name>
    <message>
        <source>stated</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Zeilen gelesen</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Textzeile</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Wurde zu</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Original row</source>
        <translation>Originalzeile</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Rejected rows and warnings</source>
        <translation>Abgewiesene Zeilen und Warnungen</translation>
    </message>
    <message>
        <source>Which remarks</source>
        <translation>Welche Anmerkungen</translation>
    </message>
    <message>
        <source>all remarks</source>
        <translation>alle Anmerkungen</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
    <message>
        <source>Find in the remarks</source>
        <translation>In den Anmerkungen suchen</translation>
    </message>
    <message>
        <source>Export CSV, as shown</source>
        <translation>Als CSV exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no dated records</source>
        <translation>keine datierten Datensätze</translation>
    </message>
    <message>
        <source>in the values</source>
        <translation>in den Werten</translation>
    </message>
    <message>
        <source>none: a missing record is not determinable</source>
        <translation>keine: ein fehlender Datensatz ist nicht feststellbar</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Remarks on %1: %2</source>
        <translation>Anmerkungen zu %1: %2</translation>
    </message>
    <message>
        <source>Remarks on %1: %2 of %3</source>
        <translation>Anmerkungen zu %1: %2 von %3</translation>
    </message>
    <message>
        <source>Every row of this source was stored without a remark.</source>
        <translation>Jede Zeile dieser Quelle wurde ohne Anmerkung gespeichert.</translation>
    </message>
    <message>
        <source>No remark of this kind. Show all remarks, or clear the search.</source>
        <translation>Keine Anmerkung dieser Art. Zeigen Sie alle Anmerkungen, oder leeren Sie die Suche.</translation>
    </message>
    <message>
        <source>Export the remarks</source>
        <translation>Anmerkungen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Exportangabe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No sources yet. Drop files or a folder here, or import them (Ctrl+Shift+I).</source>
        <translation>Noch keine Quellen. Legen Sie Dateien oder einen Ordner hier ab, oder importieren Sie sie (Strg+Umschalt+I).</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 rows rejected</source>
        <translation>%1, %2 Zeilen abgewiesen</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Data quality: %1</source>
        <translation>Datenqualität: %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n records set aside</source>
        <translation>
            <numerusform>%1, %n Datensatz beiseitegelegt</numerusform>
            <numerusform>%1, %n Datensätze beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: replaced by %2</source>
        <translation>%1: ersetzt durch %2</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>Keine Quelle ist gewählt.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::StartPage</name>
    <message>
        <source>Open the sample investigation</source>
        <translation>Beispieluntersuchung öffnen</translation>
    </message>
    <message>
        <source>New investigation…</source>
        <translation>Neue Untersuchung…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Recent investigations</source>
        <translation>Letzte Untersuchungen</translation>
    </message>
    <message>
        <source>Find out whether the condition of an asset contributed to a batch deviation: all records on one timeline, honest evidence, and a report that stands up in an audit.</source>
        <translation>Finden Sie heraus, ob der Zustand einer Anlage zu einer Chargenabweichung beigetragen hat: alle Datensätze auf einer Zeitachse, ehrliche Evidenz und ein Bericht, der einem Audit standhält.</translation>
    </message>
    <message>
        <source>Works offline. Nothing leaves this computer.</source>
        <translation>Arbeitet offline. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Filter by name or folder</source>
        <translation>Nach Name oder Ordner filtern</translation>
    </message>
    <message>
        <source>Filter of the recent investigations</source>
        <translation>Filter der letzten Untersuchungen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>A worn part and a decoy, five minutes</source>
        <translation>Ein verschlissenes Teil und eine falsche Fährte, fünf Minuten</translation>
    </message>
    <message>
        <source>An empty file, then import your exports</source>
        <translation>Eine leere Datei, dann Ihre Exporte importieren</translation>
    </message>
    <message>
        <source>An investigation file (.ante)</source>
        <translation>Eine Untersuchungsdatei (.ante)</translation>
    </message>
    <message>
        <source>None yet. Open the sample, or drop files or a folder below.</source>
        <translation>Noch keine. Öffnen Sie das Beispiel, oder legen Sie unten Dateien oder einen Ordner ab.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::StatementPage</name>
    <message>
        <source>name or account of the person who exported</source>
        <translation>Name oder Benutzerkonto der exportierenden Person</translation>
    </message>
    <message>
        <source>system and report, for example: SAP PM, IW39</source>
        <translation>System und Auswertung, zum Beispiel: SAP PM, IW39</translation>
    </message>
    <message>
        <source>what was selected there, for example: plant 1200, order types PM01 and PM02</source>
        <translation>was dort ausgewählt wurde, zum Beispiel: Werk 1200, Auftragsarten PM01 und PM02</translation>
    </message>
    <message>
        <source>2026-01-01</source>
        <translation>2026-01-01</translation>
    </message>
    <message>
        <source>2026-03-31</source>
        <translation>2026-03-31</translation>
    </message>
    <message>
        <source>2026-04-02T14:30+02:00</source>
        <translation>2026-04-02T14:30+02:00</translation>
    </message>
    <message>
        <source>What will be imported</source>
        <translation>Was importiert wird</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Zeilen gelesen</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Profile kept</source>
        <translation>Profil behalten</translation>
    </message>
    <message>
        <source>Rows shown there</source>
        <translation>Dort gezeigte Zeilen</translation>
    </message>
    <message>
        <source>What the export says of itself</source>
        <translation>Was der Export über sich selbst sagt</translation>
    </message>
    <message>
        <source>Without it the absence of a record is &quot;not determinable&quot;, never &quot;none&quot;. It is kept with each source and printed in the report; the number of rows is compared.</source>
        <translation>Ohne diese Angabe ist das Fehlen eines Datensatzes „nicht feststellbar“, nie „keiner“. Sie bleibt bei jeder Quelle und wird im Bericht gedruckt; die Zahl der Zeilen wird verglichen.</translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation>Exportiert von</translation>
    </message>
    <message>
        <source>From which system</source>
        <translation>Aus welchem System</translation>
    </message>
    <message>
        <source>With which filter</source>
        <translation>Mit welchem Filter</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>For the period</source>
        <translation>Für den Zeitraum</translation>
    </message>
    <message>
        <source>Exported on</source>
        <translation>Exportiert am</translation>
    </message>
    <message>
        <source>in the values</source>
        <translation>in den Werten</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>es wird gezählt …</translation>
    </message>
    <message>
        <source>%1 files: %2 rows will be stored or are repeats, %3 rejected</source>
        <translation>%1 Dateien: %2 Zeilen werden gespeichert oder sind Wiederholungen, %3 abgewiesen</translation>
    </message>
    <message>
        <source>write two dates, the earlier one first: 2026-01-01 and 2026-03-31</source>
        <translation>schreiben Sie zwei Daten, das frühere zuerst: 2026-01-01 und 2026-03-31</translation>
    </message>
    <message>
        <source>each file says its own</source>
        <translation>jede Datei sagt ihr Eigenes</translation>
    </message>
</context>
<context>
    <name>antecedent::app::StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Fortschritt der Arbeit</translation>
    </message>
    <message>
        <source>Cancel the work that runs</source>
        <translation>Laufende Arbeit abbrechen</translation>
    </message>
    <message>
        <source>Stop this work; what it has changed so far is undone</source>
        <translation>Diese Arbeit anhalten; was sie bisher geändert hat, wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>What you change is recorded in the audit trail under this name: %1</source>
        <translation>Was Sie ändern, steht unter diesem Namen im Prüfpfad: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more waiting</source>
        <translation>
            <numerusform>%1, %n weitere wartet</numerusform>
            <numerusform>%1, %n weitere warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 records · %2 sources · %3</source>
        <translation>%1 Datensätze · %2 Quellen · %3</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Site time, %1</source>
        <translation>Standortzeit, %1</translation>
    </message>
    <message>
        <source>Times of the site are in %1; the context bar changes between them and UTC.</source>
        <translation>Die Zeiten des Standorts sind in %1; die Kontextleiste wechselt zwischen ihnen und UTC.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Fold all assets</source>
        <translation>Alle Anlagen einklappen</translation>
    </message>
    <message>
        <source>Unfold all assets</source>
        <translation>Alle Anlagen aufklappen</translation>
    </message>
    <message>
        <source>Order of the asset tree</source>
        <translation>Reihenfolge des Anlagenbaums</translation>
    </message>
    <message>
        <source>Timeline of %1</source>
        <translation>Zeitachse von %1</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Ausgerichtet</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Process data</source>
        <translation>Prozessdaten</translation>
    </message>
    <message>
        <source>Timeline: go to a time</source>
        <translation>Zeitachse: zu einer Zeit springen</translation>
    </message>
    <message>
        <source>Fit the window, all</source>
        <translation>Fenster einpassen, alles</translation>
    </message>
    <message>
        <source>Zoom in, out</source>
        <translation>Vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Früher, später</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Zoom to a box; in a plot also its values</source>
        <translation>Auf ein Rechteck vergrößern; im Diagramm auch dessen Werte</translation>
    </message>
    <message>
        <source>Next row; Space folds an asset, Alt+↑ and Alt+↓ move it</source>
        <translation>Nächste Zeile; Leertaste klappt eine Anlage ein, Alt+↑ und Alt+↓ verschieben sie</translation>
    </message>
    <message>
        <source>Record before, after in the row</source>
        <translation>Datensatz davor, danach in der Zeile</translation>
    </message>
    <message>
        <source>One hour around the selected record</source>
        <translation>Eine Stunde um den gewählten Datensatz</translation>
    </message>
    <message>
        <source>Cursor A, B at the selected record; also Ctrl+click, Ctrl+Shift+click</source>
        <translation>Cursor A, B am gewählten Datensatz; auch Strg+Klick, Strg+Umschalt+Klick</translation>
    </message>
    <message>
        <source>Relative axis, compress empty time, links, coverage</source>
        <translation>Relative Achse, leere Zeit stauchen, Verknüpfungen, Abdeckung</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Fit window</source>
        <translation>Fenster einpassen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show everything (A)</source>
        <translation>Alles zeigen (A)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>A time such as 2026-03-29 01:30, or to the failure such as -4 h</source>
        <translation>Eine Zeit wie 2026-03-29 01:30, oder bis zum Vorfall wie -4 h</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>Gehe zu Zeit</translation>
    </message>
    <message>
        <source>A time such as 2026-03-29 01:30:05, t0, or −4 h 50 min; cursor A is put there (Ctrl+G)</source>
        <translation>Eine Zeit wie 2026-03-29 01:30:05, t0 oder −4 h 50 min; Cursor A wird dort gesetzt (Strg+G)</translation>
    </message>
    <message>
        <source>The chosen failure on its timeline</source>
        <translation>Der gewählte Vorfall auf seiner Zeitachse</translation>
    </message>
    <message>
        <source>All failures of its kind, aligned on their time</source>
        <translation>Alle Vorfälle seiner Art, an ihrer Zeit ausgerichtet</translation>
    </message>
    <message>
        <source>by date</source>
        <translation>nach Datum</translation>
    </message>
    <message>
        <source>by likeness</source>
        <translation>nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>Order of the failures</source>
        <translation>Reihenfolge der Vorfälle</translation>
    </message>
    <message>
        <source>By likeness: by the share of event classes before the failure that both have</source>
        <translation>Nach Ähnlichkeit: nach dem Anteil der Ereignisklassen vor dem Vorfall, die beide haben</translation>
    </message>
    <message>
        <source>Find lanes</source>
        <translation>Spuren suchen</translation>
    </message>
    <message>
        <source>Words of assets and lanes; the others are hidden</source>
        <translation>Wörter von Anlagen und Spuren; die anderen werden ausgeblendet</translation>
    </message>
    <message>
        <source>Kinds of records that are shown, folding and order of assets</source>
        <translation>Gezeigte Arten von Datensätzen, Einklappen und Reihenfolge der Anlagen</translation>
    </message>
    <message>
        <source>Tags that are drawn below the lanes of their asset</source>
        <translation>Messstellen, die unter den Spuren ihrer Anlage gezeichnet werden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Axis, empty time, links, coverage, cursors</source>
        <translation>Achse, leere Zeit, Verknüpfungen, Abdeckung, Cursor</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>The picture exactly as seen</source>
        <translation>Das Bild genau wie zu sehen</translation>
    </message>
    <message>
        <source>Axis relative to the failure</source>
        <translation>Achse relativ zum Vorfall</translation>
    </message>
    <message>
        <source>Compress empty time</source>
        <translation>Leere Zeit stauchen</translation>
    </message>
    <message>
        <source>Links of the selected record</source>
        <translation>Verknüpfungen des gewählten Datensatzes</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Cursor A</source>
        <translation>Cursor A</translation>
    </message>
    <message>
        <source>Cursor B</source>
        <translation>Cursor B</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 sichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy times and values at the cursors</source>
        <translation>Zeiten und Werte an den Cursorn kopieren</translation>
    </message>
    <message>
        <source>Remove cursors</source>
        <translation>Cursor entfernen</translation>
    </message>
    <message>
        <source>Remove both cursors (Esc)</source>
        <translation>Beide Cursor entfernen (Esc)</translation>
    </message>
    <message>
        <source>Overlay of %1</source>
        <translation>Überlagerung von %1</translation>
    </message>
    <message>
        <source>There is no overlay to save.</source>
        <translation>Es gibt keine Überlagerung zu sichern.</translation>
    </message>
    <message>
        <source>Save the picture as seen</source>
        <translation>Bild sichern, wie es zu sehen ist</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Overlay: move the cross hair, next signal; Ctrl+C copies the values</source>
        <translation>Überlagerung: Fadenkreuz bewegen, nächstes Signal; Strg+C kopiert die Werte</translation>
    </message>
    <message>
        <source>Overlay: show that time in the timeline</source>
        <translation>Überlagerung: diese Zeit auf der Zeitachse zeigen</translation>
    </message>
    <message>
        <source>Show the window around the failure, or the whole overlay (F)</source>
        <translation>Das Fenster um den Vorfall zeigen, oder die ganze Überlagerung (F)</translation>
    </message>
    <message>
        <source>The batch of the failure over good batches of the same product and step, aligned by phase</source>
        <translation>Die Charge des Vorfalls über guten Chargen desselben Produkts und Schritts, nach Phasen ausgerichtet</translation>
    </message>
    <message>
        <source>Brush the time between the cursors, or in view; end the brush</source>
        <translation>Die Zeit zwischen den Cursorn oder in Sicht als Abschnitt wählen; Abschnitt beenden</translation>
    </message>
    <message>
        <source>write two times such as 2026-03-29 01:30, the later one on the right</source>
        <translation>schreiben Sie zwei Zeiten wie 2026-03-29 01:30, die spätere rechts</translation>
    </message>
    <message>
        <source>write a time such as 2026-03-29 01:30:05, t0, or a distance to the failure such as -4 h 50 min</source>
        <translation>schreiben Sie eine Zeit wie 2026-03-29 01:30:05, t0 oder einen Abstand zum Vorfall wie -4 h 50 min</translation>
    </message>
</context>
<context>
    <name>antecedent::app::UsagePanel</name>
    <message>
        <source>By use</source>
        <translation>Nach Einsatz</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Grenze erreicht</translation>
    </message>
    <message>
        <source>Last set back</source>
        <translation>Zuletzt zurückgesetzt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Basis of the limit</source>
        <translation>Grundlage der Grenze</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>Run hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Cleaning cycles</source>
        <translation>Reinigungszyklen</translation>
    </message>
    <message>
        <source>Cycles by</source>
        <translation>Zyklen nach</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>run hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>cleaning cycles</source>
        <translation>Reinigungszyklen</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>bald fällig</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>nicht fällig</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>No record sets this counter back, so only the use in the data is known; it may be more.</source>
        <translation>Kein Datensatz setzt diesen Zähler zurück, daher ist nur die Nutzung in den Daten bekannt; es kann mehr sein.</translation>
    </message>
    <message>
        <source>The data do not tell how much it was used.</source>
        <translation>Die Daten sagen nicht, wie viel sie genutzt wurde.</translation>
    </message>
    <message>
        <source>What is due by use</source>
        <translation>Was nach Einsatz fällig ist</translation>
    </message>
    <message>
        <source>Equipment usage</source>
        <translation>Nutzung der Anlagen</translation>
    </message>
    <message>
        <source>Length of the periods</source>
        <translation>Länge der Zeiträume</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Je Woche</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>Grenzwerte…</translation>
    </message>
    <message>
        <source>Read limits by use from a CSV file with asset_id or asset_class, since, unit, value and basis</source>
        <translation>Grenzen nach Einsatz aus einer CSV-Datei mit asset_id oder asset_class, since, unit, value und basis lesen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy as a table for a document or a spreadsheet: all rows, or those selected</source>
        <translation>Als Tabelle für ein Dokument oder Kalkulationsblatt kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy as text in columns for a mail or a form: all rows, or those selected</source>
        <translation>Als Text in Spalten für eine Mail oder ein Formular kopieren: alle Zeilen oder die ausgewählten</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Write the usage as shown to a CSV file</source>
        <translation>Die Nutzung, wie gezeigt, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Limits by use</source>
        <translation>Grenzen nach Einsatz</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 names assets that these data do not have: %2.</source>
        <translation>%1 nennt Anlagen, die diese Daten nicht haben: %2.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>never in the data</source>
        <translation>nie in den Daten</translation>
    </message>
    <message>
        <source>the table limits of the data</source>
        <translation>die Tabelle limits der Daten</translation>
    </message>
    <message>
        <source>the table limits and %1</source>
        <translation>die Tabelle limits und %1</translation>
    </message>
    <message>
        <source>Due by use: no limit by use is known for the assets of %1. Import a table limits (kind usage, in batches, run hours or cycles), or read one with Thresholds.</source>
        <translation>Fällig nach Einsatz: für die Anlagen von %1 ist keine Grenze nach Einsatz bekannt. Importieren Sie eine Tabelle limits (Art usage, in Chargen, Betriebsstunden oder Zyklen), oder lesen Sie eine mit Grenzwerte.</translation>
    </message>
    <message>
        <source>Due by use at t0 of %1, %2: %3 of %4 limits are reached (%5).</source>
        <translation>Fällig nach Einsatz zu t0 von %1, %2: %3 von %4 Grenzen sind erreicht (%5).</translation>
    </message>
    <message>
        <source>as known then</source>
        <translation>damaliger Stand</translation>
    </message>
    <message>
        <source>as known now</source>
        <translation>heutiger Stand</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>No step, running state or record stands before this failure, so no use is known.</source>
        <translation>Vor diesem Vorfall steht kein Schritt, Laufzustand oder Datensatz, daher ist keine Nutzung bekannt.</translation>
    </message>
    <message>
        <source>Neither an asset nor a batch is known for this failure. Choose an asset under Condition.</source>
        <translation>Zu diesem Vorfall ist weder eine Anlage noch eine Charge bekannt. Wählen Sie eine Anlage unter Zustand.</translation>
    </message>
    <message>
        <source>No batch step, running state, meter reading or cleaning in the data tells how much the assets of %1 were used.</source>
        <translation>Kein Chargenschritt, Laufzustand, Zählerstand und keine Reinigung in den Daten sagt, wie viel die Anlagen von %1 genutzt wurden.</translation>
    </message>
    <message>
        <source>Usage of the assets of %1 from the begin of the data to t0. Enter shows a period in the timeline.</source>
        <translation>Nutzung der Anlagen von %1 vom Beginn der Daten bis t0. Die Eingabetaste zeigt einen Zeitraum auf der Zeitachse.</translation>
    </message>
    <message>
        <source>Export the usage as shown</source>
        <translation>Nutzung exportieren, wie gezeigt</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ValueMapDialog</name>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>Values and what they become</source>
        <translation>Werte und was aus ihnen wird</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>A value without an entry stays as it is.</source>
        <translation>Ein Wert ohne Eintrag bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::VersionsPanel</name>
    <message>
        <source>can&apos;t be compared</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>the newer counts</source>
        <translation>die neuere zählt</translation>
    </message>
    <message>
        <source>taken back: both count</source>
        <translation>zurückgenommen: beide zählen</translation>
    </message>
    <message>
        <source>open: both count</source>
        <translation>offen: beide zählen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>Newer versions of sources</source>
        <translation>Neuere Fassungen von Quellen</translation>
    </message>
    <message>
        <source>Newer source</source>
        <translation>Neuere Quelle</translation>
    </message>
    <message>
        <source>Earlier source</source>
        <translation>Frühere Quelle</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Use the newer</source>
        <translation>Neuere verwenden</translation>
    </message>
    <message>
        <source>What only the earlier source states is set aside; both stay in the file and can be read</source>
        <translation>Was nur die frühere Quelle nennt, wird beiseitegelegt; beide bleiben in der Datei und sind lesbar</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Both sources count again</source>
        <translation>Beide Quellen zählen wieder</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Zeile vorher</translation>
    </message>
    <message>
        <source>Row now</source>
        <translation>Zeile jetzt</translation>
    </message>
    <message>
        <source>Rows that differ</source>
        <translation>Zeilen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Rows that differ are listed here.</source>
        <translation>Hier stehen die Zeilen, die sich unterscheiden.</translation>
    </message>
    <message>
        <source>Open or import data first.</source>
        <translation>Öffnen oder importieren Sie zuerst Daten.</translation>
    </message>
    <message>
        <source>Comparing the sources …</source>
        <translation>Die Quellen werden verglichen …</translation>
    </message>
    <message>
        <source>Look for newer versions of sources</source>
        <translation>Neuere Fassungen von Quellen suchen</translation>
    </message>
    <message>
        <source>No source looks like a newer export of another.</source>
        <translation>Keine Quelle sieht nach einem neueren Export einer anderen aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n sources look like newer exports of earlier ones. Counts are records.</source>
        <translation>
            <numerusform>%n Quelle sieht nach einem neueren Export einer früheren aus. Gezählt sind Datensätze.</numerusform>
            <numerusform>%n Quellen sehen nach neueren Exporten von früheren aus. Gezählt sind Datensätze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every newer export is decided on. Counts are records.</source>
        <translation>Über jeden neueren Export ist entschieden. Gezählt sind Datensätze.</translation>
    </message>
    <message>
        <source>No row differs.</source>
        <translation>Keine Zeile unterscheidet sich.</translation>
    </message>
    <message>
        <source>Use %1 in place of %2: %3 records are set aside</source>
        <translation>%1 statt %2 verwenden: %3 Datensätze werden beiseitegelegt</translation>
    </message>
    <message>
        <source>Let %1 and %2 both count again</source>
        <translation>%1 und %2 wieder beide zählen lassen</translation>
    </message>
    <message>
        <source>Comparing the rows …</source>
        <translation>Die Zeilen werden verglichen …</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows that differ are listed.</source>
        <translation>Gelistet sind die ersten %1 von %2 Zeilen, die sich unterscheiden.</translation>
    </message>
</context>
<context>
    <name>antecedent::app::WindowMatrix</name>
    <message>
        <source>Windows in time order: %1 failures, %2 with it; %3 controls, %4 with it</source>
        <translation>Fenster in zeitlicher Folge: %1 Vorfälle, %2 damit; %3 Kontrollen, %4 damit</translation>
    </message>
    <message>
        <source>Life %1</source>
        <translation>Leben %1</translation>
    </message>
    <message>
        <source>Choose a candidate; its windows stand here.</source>
        <translation>Wählen Sie einen Kandidaten; hier stehen dann seine Fenster.</translation>
    </message>
    <message>
        <source>failure %1</source>
        <translation>Vorfall %1</translation>
    </message>
    <message>
        <source>control %1</source>
        <translation>Kontrolle %1</translation>
    </message>
    <message>
        <source>, with it</source>
        <translation>, damit</translation>
    </message>
    <message>
        <source>, without it</source>
        <translation>, ohne</translation>
    </message>
    <message>
        <source>, value %1</source>
        <translation>, Wert %1</translation>
    </message>
    <message>
        <source>, %1 to t0</source>
        <translation>, %1 bis t0</translation>
    </message>
</context>
<context>
    <name>antecedent::app::ZoneBox</name>
    <message>
        <source>%1 (site)</source>
        <translation>%1 (Standort)</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::AlignedWidget</name>
    <message>
        <source>Failures of one kind, aligned on their time</source>
        <translation>Vorfälle einer Art, an ihrer Zeit ausgerichtet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no classification</source>
        <translation>keine Klassifizierung</translation>
    </message>
    <message numerus="yes">
        <source>%1 failures: %2. Aligned on their time, t0.</source>
        <translation>
            <numerusform>%1 Vorfall: %2. An seiner Zeit t0 ausgerichtet.</numerusform>
            <numerusform>%1 Vorfälle: %2. An ihrer Zeit t0 ausgerichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to failure</source>
        <translation>Zeit bis zum Vorfall</translation>
    </message>
    <message>
        <source>%1 of %2 classes as in the chosen</source>
        <translation>%1 von %2 Klassen wie beim gewählten</translation>
    </message>
    <message>
        <source>No failure is chosen. Choose one above to see all of its kind aligned.</source>
        <translation>Kein Vorfall ist gewählt. Wählen Sie oben einen, um alle seiner Art ausgerichtet zu sehen.</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::EventTableModel</name>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>To failure</source>
        <translation>Bis zum Vorfall</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Source : row</source>
        <translation>Quelle : Zeile</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::OverlayWidget</name>
    <message>
        <source>Signals of the batch over the golden profile</source>
        <translation>Signale der Charge über dem goldenen Profil</translation>
    </message>
    <message>
        <source>%1, %2 · %3: %4</source>
        <translation>%1, %2 · %3: %4</translation>
    </message>
    <message>
        <source>A click opens the time in the timeline.</source>
        <translation>Ein Klick öffnet die Zeit auf der Zeitachse.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n good batches with data</source>
        <translation>
            <numerusform>%n gute Charge mit Daten</numerusform>
            <numerusform>%n gute Chargen mit Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1, 10–90 % %2 to %3</source>
        <translation>Median %1, 10–90 % %2 bis %3</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::SawToothWidget</name>
    <message>
        <source>in tolerances</source>
        <translation>in Toleranzen</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Chargen</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>batches at t0</source>
        <translation>Chargen zu t0</translation>
    </message>
    <message>
        <source>days at t0</source>
        <translation>Tage zu t0</translation>
    </message>
    <message>
        <source>last before t0</source>
        <translation>letzte vor t0</translation>
    </message>
    <message>
        <source>this failure</source>
        <translation>dieser Vorfall</translation>
    </message>
    <message>
        <source>same class</source>
        <translation>dieselbe Klasse</translation>
    </message>
    <message>
        <source>as known now</source>
        <translation>heutiger Stand</translation>
    </message>
    <message>
        <source>after t0, for context</source>
        <translation>nach t0, als Umfeld</translation>
    </message>
    <message>
        <source>Condition over time</source>
        <translation>Zustand über die Zeit</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>As-found error</source>
        <translation>Vorgefundener Fehler</translation>
    </message>
    <message>
        <source>%1: %2 batches at the failure</source>
        <translation>%1: %2 Chargen beim Vorfall</translation>
    </message>
    <message>
        <source>%1: %2 days at the failure</source>
        <translation>%1: %2 Tage beim Vorfall</translation>
    </message>
    <message>
        <source>%1 overdue from %2 to %3</source>
        <translation>%1 überfällig von %2 bis %3</translation>
    </message>
    <message>
        <source>limit %1, %2</source>
        <translation>Grenze %1, %2</translation>
    </message>
    <message>
        <source>limit %1, off scale</source>
        <translation>Grenze %1, außerhalb der Skala</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>overdue, over the limit, or out of tolerance</source>
        <translation>überfällig, über der Grenze oder außerhalb der Toleranz</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>limit %1 (%2)</source>
        <translation>Grenze %1 (%2)</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::SequenceWidget</name>
    <message>
        <source>Sequence graph</source>
        <translation>Abfolgegraph</translation>
    </message>
    <message>
        <source>%1
before %2 of %3 failures, in %4 of %5 controls
last onset %6 before the failure (median)</source>
        <translation>%1
vor %2 von %3 Vorfällen, in %4 von %5 Kontrollen
letzter Eintritt %6 vor dem Vorfall (Median)</translation>
    </message>
    <message>
        <source>%1 → %2
in %3 of %4 failures, %5 of %6 controls
gap %7 (median; quartiles %8 to %9)
order %10</source>
        <translation>%1 → %2
in %3 von %4 Vorfällen, %5 von %6 Kontrollen
Abstand %7 (Median; Quartile %8 bis %9)
Reihenfolge %10</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>unbestimmt</translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::TimelineWidget</name>
    <message>
        <source>Cursor A here</source>
        <translation>Cursor A hierher</translation>
    </message>
    <message>
        <source>Cursor B here</source>
        <translation>Cursor B hierher</translation>
    </message>
    <message>
        <source>Remove the cursors</source>
        <translation>Cursor entfernen</translation>
    </message>
    <message>
        <source>One hour around the selected record</source>
        <translation>Eine Stunde um den gewählten Datensatz</translation>
    </message>
    <message>
        <source>Window of the failure</source>
        <translation>Fenster des Vorfalls</translation>
    </message>
    <message>
        <source>Hide all lanes “%1”</source>
        <translation>Alle Spuren „%1“ ausblenden</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>%1 without records, compressed</source>
        <translation>%1 ohne Datensätze, gestaucht</translation>
    </message>
    <message>
        <source>All data
%1 – %2</source>
        <translation>Alle Daten
%1 – %2</translation>
    </message>
    <message>
        <source>Relative to failure</source>
        <translation>Relativ zum Vorfall</translation>
    </message>
    <message numerus="yes">
        <source>%1 records here</source>
        <translation>
            <numerusform>%1 Datensatz hier</numerusform>
            <numerusform>%1 Datensätze hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lanes hidden, %2 assets without any other. Show all</source>
        <translation>
            <numerusform>%1 Spur ausgeblendet, %2 Anlagen ohne andere. Alle zeigen</numerusform>
            <numerusform>%1 Spuren ausgeblendet, %2 Anlagen ohne andere. Alle zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Brush the time between the cursors</source>
        <translation>Zeit zwischen den Cursorn als Abschnitt wählen</translation>
    </message>
    <message>
        <source>Brush the time in view</source>
        <translation>Zeit in Sicht als Abschnitt wählen</translation>
    </message>
    <message>
        <source>End the brush</source>
        <translation>Abschnitt beenden</translation>
    </message>
    <message>
        <source>The records are being arranged by asset.</source>
        <translation>Die Datensätze werden nach Anlagen geordnet.</translation>
    </message>
    <message>
        <source>The records were not arranged by asset, because it was cancelled. Click here or press Return to do it.</source>
        <translation>Die Datensätze wurden nicht nach Anlagen geordnet, weil dies abgebrochen wurde. Klicken Sie hier oder drücken Sie die Eingabetaste, um es zu tun.</translation>
    </message>
    <message>
        <source>Arranging the timeline</source>
        <translation>Zeitachse wird geordnet</translation>
    </message>
    <message>
        <source>No dated records. Import files or a folder (Ctrl+Shift+I) to see them on one timeline.</source>
        <translation>Keine datierten Datensätze. Importieren Sie Dateien oder einen Ordner (Strg+Umschalt+I), um sie auf einer Zeitachse zu sehen.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Root-cause investigations in pharmaceutical manufacturing.</source>
        <translation>Ursachenuntersuchungen in der pharmazeutischen Herstellung.</translation>
    </message>
    <message>
        <source>an investigation (.ante), or sources to import</source>
        <translation>eine Untersuchung (.ante) oder zu importierende Quellen</translation>
    </message>
</context>
</TS>
