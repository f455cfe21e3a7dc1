<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>, %1 windows left out</source>
        <translation>
            <numerusform>, %1 window left out</numerusform>
            <numerusform>, %1 windows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more failure(s)</source>
        <translation>
            <numerusform>%n more failure</numerusform>
            <numerusform>%n more failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more control(s)</source>
        <translation>
            <numerusform>%n more control</numerusform>
            <numerusform>%n more controls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%1 more answers of then can&apos;t be told: sources of %2 state no time of entry.</source>
        <translation>
            <numerusform>%1 more answer of then can&apos;t be told: sources of %2 state no time of entry.</numerusform>
            <numerusform>%1 more answers of then can&apos;t be told: sources of %2 state no time of entry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 differences between what was known at t0 and what is known now.</source>
        <translation>
            <numerusform>%1: %2 difference between what was known at t0 and what is known now.</numerusform>
            <numerusform>%1: %2 differences between what was known at t0 and what is known now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 records from %3 before to %4 after t0. Site time is %5.</source>
        <translation>
            <numerusform>%1: %2 record from %3 before to %4 after t0. Site time is %5.</numerusform>
            <numerusform>%1: %2 records from %3 before to %4 after t0. Site time is %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In this batch: %1. In the good batches: %2. %3 of %4 good batches had the same.</source>
        <translation>
            <numerusform>In this batch: %1. In the good batches: %2. %3 of %4 good batch had the same.</numerusform>
            <numerusform>In this batch: %1. In the good batches: %2. %3 of %4 good batches had the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: batch %2 against the last %3 good batches (%4).</source>
        <translation>
            <numerusform>%1: batch %2 against the last %3 good batch (%4).</numerusform>
            <numerusform>%1: batch %2 against the last %3 good batches (%4).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvestigationExports</name>
    <message numerus="yes">
        <source>%1 records in %n tables are in %2.</source>
        <translation>
            <numerusform>%1 records in %n table are in %2.</numerusform>
            <numerusform>%1 records in %n tables are in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvestigationFiles</name>
    <message numerus="yes">
        <source>%1 sources imported: %2 rows stored, %3 rejected.</source>
        <translation>
            <numerusform>%1 source imported: %2 rows stored, %3 rejected.</numerusform>
            <numerusform>%1 sources imported: %2 rows stored, %3 rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 were imported before.</source>
        <translation>
            <numerusform>%1 was imported before.</numerusform>
            <numerusform>%1 were imported before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverlayWords</name>
    <message numerus="yes">
        <source>Median of %n good batches</source>
        <translation>
            <numerusform>Median of %n good batch</numerusform>
            <numerusform>Median of %n good batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not compared: data of %n good batches</source>
        <comment>of three needed</comment>
        <translation>
            <numerusform>not compared: data of %n good batch</numerusform>
            <numerusform>not compared: data of %n good batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: not compared, because only %n good batches have data of it in the same phase; three are needed.</source>
        <translation>
            <numerusform>%1: not compared, because only %n good batch has data of it in the same phase; three are needed.</numerusform>
            <numerusform>%1: not compared, because only %n good batches have data of it in the same phase; three are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good batches %1 to %2</source>
        <translation>
            <numerusform>%n good batch %1 to %2</numerusform>
            <numerusform>%n good batches %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 against %n good batches: %2</source>
        <translation>
            <numerusform>%1 against %n good batch: %2</numerusform>
            <numerusform>%1 against %n good batches: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too few good batches for a band: %n more of this product, recipe and step would be needed. Tick some of those that are left out, or choose another step.</source>
        <translation>
            <numerusform>Too few good batches for a band: %n more of this product, recipe and step would be needed. Tick some of those that are left out, or choose another step.</numerusform>
            <numerusform>Too few good batches for a band: %n more of this product, recipe and step would be needed. Tick some of those that are left out, or choose another step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good batches with data, three are needed</source>
        <translation>
            <numerusform>%n good batch with data, three are needed</numerusform>
            <numerusform>%n good batches with data, three are needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>the last %1 batches</source>
        <translation>
            <numerusform>the last %1 batch</numerusform>
            <numerusform>the last %1 batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run hours</source>
        <translation>
            <numerusform>%1 run hour</numerusform>
            <numerusform>%1 run hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %1 uses</source>
        <translation>
            <numerusform>the last %1 use</numerusform>
            <numerusform>the last %1 uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> Compared with up to %1 controls per failure.</source>
        <translation>
            <numerusform> Compared with up to %1 control per failure.</numerusform>
            <numerusform> Compared with up to %1 controls per failure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message numerus="yes">
        <source>No failures yet, %n sources</source>
        <translation>
            <numerusform>No failures yet, %n source</numerusform>
            <numerusform>No failures yet, %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentinelBar</name>
    <message numerus="yes">
        <source>and %n more reasons</source>
        <translation>
            <numerusform>and %n more reason</numerusform>
            <numerusform>and %n more reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentinelDialog</name>
    <message numerus="yes">
        <source>%n events become failures.</source>
        <translation>
            <numerusform>%n event becomes a failure.</numerusform>
            <numerusform>%n events become failures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowNames</name>
    <message numerus="yes">
        <source>%1 batches</source>
        <translation>
            <numerusform>%1 batch</numerusform>
            <numerusform>%1 batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 run hours</source>
        <translation>
            <numerusform>%1 run hour</numerusform>
            <numerusform>%1 run hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 uses</source>
        <translation>
            <numerusform>%1 use</numerusform>
            <numerusform>%1 uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::AuditView</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::BasisPanel</name>
    <message numerus="yes">
        <source>%1 of its records have no time of their own.</source>
        <translation>
            <numerusform>%1 of its records has no time of its own.</numerusform>
            <numerusform>%1 of its records have no time of their own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ClocksPanel</name>
    <message numerus="yes">
        <source>%n clocks differ. Nothing is moved until you decide; the stored rows never change.</source>
        <translation>
            <numerusform>%n clock differs. Nothing is moved until you decide; the stored rows never change.</numerusform>
            <numerusform>%n clocks differ. Nothing is moved until you decide; the stored rows never change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ConclusionView</name>
    <message numerus="yes">
        <source>%n hypotheses</source>
        <translation>
            <numerusform>%n hypothesis</numerusform>
            <numerusform>%n hypotheses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::EventsPanel</name>
    <message numerus="yes">
        <source>%1 of %2 events</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1 events to %2.</source>
        <translation>
            <numerusform>Wrote %1 event to %2.</numerusform>
            <numerusform>Wrote %1 events to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::EvidenceView</name>
    <message numerus="yes">
        <source>%1 of %2 candidates</source>
        <translation>
            <numerusform>%1 of %2 candidate</numerusform>
            <numerusform>%1 of %2 candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::FailureCalendar</name>
    <message numerus="yes">
        <source>Calendar of %1 failures and of maintenance, a cell per %2; arrow keys and Enter choose one</source>
        <translation>
            <numerusform>Calendar of %1 failure and of maintenance, a cell per %2; arrow keys and Enter choose one</numerusform>
            <numerusform>Calendar of %1 failures and of maintenance, a cell per %2; arrow keys and Enter choose one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows have fewer failures.</source>
        <translation>
            <numerusform>%1 more row has fewer failures.</numerusform>
            <numerusform>%1 more rows have fewer failures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3 failures; work orders: %4 preventive, %5 corrective, %6 other</source>
        <translation>
            <numerusform>%1, %2: %3 failure; work orders: %4 preventive, %5 corrective, %6 other</numerusform>
            <numerusform>%1, %2: %3 failures; work orders: %4 preventive, %5 corrective, %6 other</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::FailuresView</name>
    <message numerus="yes">
        <source>%1 of %2 failures</source>
        <translation>
            <numerusform>%1 of %2 failure</numerusform>
            <numerusform>%1 of %2 failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %1 events left out</source>
        <translation>
            <numerusform>, %1 event left out</numerusform>
            <numerusform>, %1 events left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::FilesPage</name>
    <message numerus="yes">
        <source>%1 of %2 files will be imported</source>
        <translation>
            <numerusform>%1 of %2 files will be imported</numerusform>
            <numerusform>%1 of %2 files will be imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::FormPanel</name>
    <message numerus="yes">
        <source>
%1 times fall into the hour that is skipped in spring.</source>
        <translation>
            <numerusform>
%1 time falls into the hour that is skipped in spring.</numerusform>
            <numerusform>
%1 times fall into the hour that is skipped in spring.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
%1 times fall into the hour that comes twice in autumn.</source>
        <translation>
            <numerusform>
%1 time falls into the hour that comes twice in autumn.</numerusform>
            <numerusform>
%1 times fall into the hour that comes twice in autumn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImpactStrip</name>
    <message numerus="yes">
        <source>Use of %1 in time: %2 batches, %3 of them exposed</source>
        <translation>
            <numerusform>Use of %1 in time: %2 batch, %3 of them exposed</numerusform>
            <numerusform>Use of %1 in time: %2 batches, %3 of them exposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImpactView</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1 of %2 batches were exposed.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1 of %2 batches was exposed.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;%1 of %2 batches were exposed.&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the exposed ones were distributed.</source>
        <translation>
            <numerusform>%1 of the exposed ones was distributed.</numerusform>
            <numerusform>%1 of the exposed ones were distributed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other batches exposed</source>
        <translation>
            <numerusform>%n other batch exposed</numerusform>
            <numerusform>%n other batches exposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ImportWizard</name>
    <message numerus="yes">
        <source>Import %n files</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::JoinDialog</name>
    <message numerus="yes">
        <source>Its rows say different things of %n texts, such as %1: these give no value.</source>
        <translation>
            <numerusform>Its rows say different things of one text, %1: it gives no value.</numerusform>
            <numerusform>Its rows say different things of %n texts, such as %1: these give no value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows of it can&apos;t be read and are left out.</source>
        <translation>
            <numerusform>One row of it can&apos;t be read and is left out.</numerusform>
            <numerusform>%n rows of it can&apos;t be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::MainWindow</name>
    <message numerus="yes">
        <source>%n sources look like newer exports of earlier ones.</source>
        <translation>
            <numerusform>%n source looks like a newer export of an earlier one.</numerusform>
            <numerusform>%n sources look like newer exports of earlier ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::NamesPanel</name>
    <message numerus="yes">
        <source>%n names are open; %1 of them have one clear candidate. Nothing is merged until you confirm it.</source>
        <translation>
            <numerusform>%n name is open; %1 with one clear candidate. Nothing is merged until you confirm it.</numerusform>
            <numerusform>%n names are open; %1 of them with one clear candidate. Nothing is merged until you confirm it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n names whose best candidate is clear</source>
        <translation>
            <numerusform>Confirm %n name whose best candidate is clear</numerusform>
            <numerusform>Confirm %n names whose best candidate is clear</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::OverlayPage</name>
    <message numerus="yes">
        <source>%n signals, distance in band widths</source>
        <translation>
            <numerusform>%n signal, distance in band widths</numerusform>
            <numerusform>%n signals, distance in band widths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inside throughout</source>
        <translation>
            <numerusform>%n inside throughout</numerusform>
            <numerusform>%n inside throughout</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ReportView</name>
    <message numerus="yes">
        <source>Does not hold, %1 findings. First: %2 %3, %4.</source>
        <translation>
            <numerusform>Does not hold, %1 finding: %2 %3, %4.</numerusform>
            <numerusform>Does not hold, %1 findings. First: %2 %3, %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %1 reports were finished before and stay.</source>
        <translation>
            <numerusform>Cancelled. %1 report was finished before and stays.</numerusform>
            <numerusform>Cancelled. %1 reports were finished before and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %1 pages</source>
        <translation>
            <numerusform>, %1 page</numerusform>
            <numerusform>, %1 pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports written</source>
        <translation>
            <numerusform>%n report written</numerusform>
            <numerusform>%n reports written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::ResidualPlot</name>
    <message numerus="yes">
        <source>%n anchors</source>
        <translation>
            <numerusform>%n anchor</numerusform>
            <numerusform>%n anchors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::SentinelBar</name>
    <message numerus="yes">
        <source>Give up %1: %2 (%3 failures)</source>
        <translation>
            <numerusform>Give up %1: %2 (%3 failure)</numerusform>
            <numerusform>Give up %1: %2 (%3 failures)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excursions</source>
        <translation>
            <numerusform>%n excursion</numerusform>
            <numerusform>%n excursions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::SequencesView</name>
    <message numerus="yes">
        <source>%1 classes</source>
        <translation>
            <numerusform>%1 class</numerusform>
            <numerusform>%1 classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failures of this classification are left out (%2).</source>
        <translation>
            <numerusform>%1 failure of this classification is left out (%2).</numerusform>
            <numerusform>%1 failures of this classification are left out (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::SourcesView</name>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n records set aside</source>
        <translation>
            <numerusform>%1, %n record set aside</numerusform>
            <numerusform>%1, %n records set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::StatusStrip</name>
    <message numerus="yes">
        <source>%1, %n more waiting</source>
        <translation>
            <numerusform>%1, %n more waiting</numerusform>
            <numerusform>%1, %n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::app::VersionsPanel</name>
    <message numerus="yes">
        <source>%n sources look like newer exports of earlier ones. Counts are records.</source>
        <translation>
            <numerusform>%n source looks like a newer export of an earlier one. Counts are records.</numerusform>
            <numerusform>%n sources look like newer exports of earlier ones. Counts are records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::AlignedWidget</name>
    <message numerus="yes">
        <source>%1 failures: %2. Aligned on their time, t0.</source>
        <translation>
            <numerusform>%1 failure: %2. Aligned on its time, t0.</numerusform>
            <numerusform>%1 failures: %2. Aligned on their time, t0.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::OverlayWidget</name>
    <message numerus="yes">
        <source>%n good batches with data</source>
        <translation>
            <numerusform>%n good batch with data</numerusform>
            <numerusform>%n good batches with data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antecedent::widgets::TimelineWidget</name>
    <message numerus="yes">
        <source>%1 records here</source>
        <translation>
            <numerusform>%1 record here</numerusform>
            <numerusform>%1 records here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lanes hidden, %2 assets without any other. Show all</source>
        <translation>
            <numerusform>%1 lane hidden, %2 assets without any other. Show all</numerusform>
            <numerusform>%1 lanes hidden, %2 assets without any other. Show all</numerusform>
        </translation>
    </message>
</context>
</TS>
