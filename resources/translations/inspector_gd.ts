<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="gd" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>QuestionBlock</source>
        <comment>What the answers mean</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QuestionBlock</source>
        <comment>{words}, {chosen} chosen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished">Meur-chlàr</translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>Your inspections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>This is an invented service: one inspection is under way, one is finished.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>Answer by keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>Number keys choose an answer. Each key is saved; the top of the window says when.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>The sample decides</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>A row for each person asked. Exactly half decides nothing: you choose and say why.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>Findings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>Answers suggest findings. Accept one, or refuse it; nothing is added without you.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>The letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>It is made from the record as you work, and it is a draft until you finalise.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>What is in the way</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <comment>What is still open before finalising, each with its place. F1 helps on any page.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose a picture</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose another picture</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose a recording</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose another recording</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose a film</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose another film</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLine</source>
        <comment>Choose another file</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <source>About Inspector</source>
        <translation type="unfinished">Mu Inspector</translation>
    </message>
    <message>
        <source>versions and licences of all its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished">Tionndaidhean</translation>
    </message>
    <message>
        <source>Inspector is free software under the Apache License 2.0. It talks to no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished">Ceadachasan</translation>
    </message>
    <message>
        <source>font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn for the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerFiles</name>
    <message>
        <source>The file {name} is not in this record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AsItStood</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished">A’ chiad latha</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished">Toradh</translation>
    </message>
</context>
<context>
    <name>AsidePage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cobhair</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by themselves each hour and when you lock or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stick, or a folder on another disk; encrypted, and opened once to check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are all of the last two hours, one an hour for a day, one a day for two weeks and one a week for eight weeks. To bring one back, lock the laptop: the unlock page does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is on this laptop alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">gun dad fhathast</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place for backups is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again each minute. Last backup: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kept, {size} MB, the oldest of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarcodeLine</name>
    <message>
        <source>Type or scan the code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open from before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field so far</source>
        <translation type="unfinished">An raon seo gu ruige seo</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureCard</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>New evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, seen or read. Write no names of children or staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where, or in which document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you know it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions it bears on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Is everything sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every page, change and file on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the tables again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked since the program was started. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the tables again; what you type meanwhile is saved after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before its end; the tables are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking pages, changes and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong. Checked at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change is lost: the tables can be made again from the changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you can, then bring back the last backup from the unlock page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was stopped before its end; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Dismissed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is no fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Add row</source>
        <translation type="unfinished">Cuir sreath ris</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · closed, nothing is changed here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistSide</name>
    <message>
        <source>Evidence here</source>
        <translation type="unfinished">Fianais an seo</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation type="unfinished">Cò dh’atharraich dè</translation>
    </message>
    <message>
        <source>Nothing captured for this screen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more under Evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A page of the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not built as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased text came back with a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of a chain of changes is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field shows something else than its changes say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table does not follow from the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search does not know all there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kept document was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment is missing or was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change was tampered with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>No final letter is issued while these are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May name a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these keeps the letter back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth mending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every check passed as the record stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>What is wrong, or was forgotten, is put right by a correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Complaint</name>
    <message>
        <source>This inspection is finalised, so its decisions stand as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void; its decisions are kept and count for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly upheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not upheld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComplaintPage</name>
    <message>
        <source>Complaint</source>
        <translation type="unfinished">Gearan</translation>
    </message>
    <message>
        <source>New matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished">Iomradh</translation>
    </message>
    <message>
        <source>as the office gave it; who complained is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a matter for each thing that was complained of; the letter tells them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection does not follow a complaint. Where it looks into one after all, begin a matter for each thing that was complained of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no matter yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incomplete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inspection is finalised: this is a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither: another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}”, {author} on laptop {laptop}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}”, {author} on laptop {laptop}, {when} (shown now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the values, or write another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; it stays with the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every field holds one value. Values that were not chosen stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 field to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} fields to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectPage</name>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the original stays in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type part of the question or of what it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is not finalised: change the field itself, no reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void and can no longer be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this value these are wanted too: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} of the letter is superseded. Issue the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” → “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} · {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays with the record and is sent to head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded as a correction by {author}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} of the letter, which is issued, is superseded by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says now: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is needed with this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is what the record says already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay blank</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>The complaint would have been received in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint: a matter more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not be blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would say where this evidence comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: a piece that was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: a row more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who carried it out; the names sign the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finalised inspection has a first and a last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection would end before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings: one that was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is not listed is added first, as evidence that was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterLine</name>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateLine</name>
    <message>
        <source>day month year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date. Write it as 14 May 2025 or 14/5/25.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateTimeLine</name>
    <message>
        <source>Date, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeadlineBox</name>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 1 to {most}, or a date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecimalLine</name>
    <message>
        <source>Write a number in digits, such as 7.5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DerivedBadge</name>
    <message>
        <source>nobody asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aware} of {asked} · {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskLife</name>
    <message>
        <source>Nobody at the keyboard: locking in half a minute. Any key keeps it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked after a minute without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked after {minutes} minutes without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked because the computer slept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentChooser</name>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (nothing recorded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued: {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Inspector cannot open: something in the program went wrong. Your inspections were not touched. Close this window and open Inspector again. If that does not help, tell head office this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Thoir a’ ghlas dheth</translation>
    </message>
    <message>
        <source>Your inspections are encrypted on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Abairt-fhaire</translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on another picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or type the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, typed instead of drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you saw, heard or read that shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}, nothing shows it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E captures more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds none yet. Ctrl+E captures what you were told, saw or read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforcementCard</name>
    <message>
        <source>Enforcement</source>
        <translation type="unfinished">Cur an gnìomh</translation>
    </message>
    <message>
        <source>recorded for the file; the program issues no notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step taken, least restrictive first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this step, and no lesser one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>{saved}: everything up to then is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working. If it happens again, close the program, open it again and tell us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong, and the last step may not have been done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is safe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Spoke with people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saw or observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what was told, seen or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how you know it: {ways}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Done, go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>The inspection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence can be read, not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">gun dad fhathast</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing captured yet</source>
        <translation type="unfinished">Cha deach dad a ghlacadh fhathast</translation>
    </message>
    <message>
        <source>Press Ctrl+E at a question to say what you were told, saw or read there. It is saved as you type, and you come back to the question with Ctrl+Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation type="unfinished">Crìochnaich</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Às-phortaich</translation>
    </message>
    <message>
        <source>Finalising closes the record and numbers the findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it every change is a correction with a reason, and it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder, or plug in a stick and choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before finalising</source>
        <translation type="unfinished">Mus crìochnaich thu</translation>
    </message>
    <message>
        <source>Last day of the inspection</source>
        <translation type="unfinished">Latha mu dheireadh an sgrùdaidh</translation>
    </message>
    <message>
        <source>Export for head office</source>
        <translation type="unfinished">Às-phortaich dhan phrìomh oifis</translation>
    </message>
    <message>
        <source>Folder or stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation type="unfinished">Càit an deach e</translation>
    </message>
    <message>
        <source>Finalise and export</source>
        <translation type="unfinished">Crìochnaich is às-phortaich</translation>
    </message>
    <message>
        <source>missing; the letter names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last step on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalised. Every change from now on is a correction with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void. It is kept and never counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible once nothing above is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers the findings, freezes the answers, and lets the final letter be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {office} can read the file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection is not finalised, so head office will keep it uncounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is practice: a live head office refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported yet. The record is on this laptop alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is finalised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the letter, then export the file for head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing and writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in {folder}. Bring it to head office; the record stays here too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>100% · small group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished">Freagairt</translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · small group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileBox</name>
    <message>
        <source>Take the file away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop it here, or paste it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file and no picture to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>What the file itself says of place, time or people is not taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, time and camera were taken out of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach another instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, time and camera were taken out of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken out: look whether the file itself names people or places.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished">Deasaich</translation>
    </message>
    <message>
        <source>Why is this finding not made?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Kind of finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter begins the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: how serious it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: whom it affects, and how far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: what has to be done, and how fast it can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E captures more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds none yet. Ctrl+E captures what you were told, saw or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>Legal hook, in force on the inspection date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health and Social Care Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I tested this example and it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Requirement</source>
        <translation type="unfinished">Riatanas</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation type="unfinished">Moladh</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished">Neart</translation>
    </message>
    <message>
        <source>Good practice example</source>
        <translation type="unfinished">Eisimpleir de dheagh chleachdadh</translation>
    </message>
    <message>
        <source>Source not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished">Freagairt</translation>
    </message>
    <message>
        <source>This inspection is finalised, so its findings stand as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void; its findings are kept and count for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>New finding</source>
        <translation type="unfinished">Toradh ùr</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Toraidhean</translation>
    </message>
    <message>
        <source>Add the first suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested by the answers</source>
        <translation type="unfinished">Air am moladh leis na freagairtean</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished">Fàilte</translation>
    </message>
    <message>
        <source>Make your profile on this laptop, or practise on the example first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make my profile</source>
        <translation type="unfinished">Dèan a’ phròifil agam</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation type="unfinished">Fosgail an t-eisimpleir</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation type="unfinished">A’ phròifil agad</translation>
    </message>
    <message>
        <source>everything is encrypted on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation type="unfinished">Cleachd an toiseach</translation>
    </message>
    <message>
        <source>An invented service with one inspection finished and one under way. It is marked as practice everywhere, and no live office can receive it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your practice from last time is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you need</source>
        <translation type="unfinished">Na tha a dhìth ort</translation>
    </message>
    <message>
        <source>The file office.pub from your head office: it names who may read your exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase that you can keep in mind. Nobody can look it up for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A printer, or pen and paper, for the recovery code. It is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation type="unfinished">Duilleag-aisig</translation>
    </message>
    <message>
        <source>shown once, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is being opened. The first time takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>{reference}, made on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be met by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats {finding} of {reference}, made on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last follow-up, {day}: {outcome}. {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outstanding for 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outstanding for {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is finalised, so its follow-up stands as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void; its follow-up is kept and counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met within timescale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met outwith timescale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Earlier findings</source>
        <translation type="unfinished">Toraidhean roimhe</translation>
    </message>
    <message>
        <source>Nothing to follow up</source>
        <translation type="unfinished">Gun dad ri leantainn</translation>
    </message>
    <message>
        <source>Every earlier requirement and recommendation of this service is met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop knows of no earlier requirement or recommendation of this service. Those of inspections finalised here come by themselves; head office sends those of other laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to follow up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {at} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormReasons</name>
    <message>
        <source>Not asked{own}, because {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked, because what it belongs to is not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always asked: nothing depends on an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, because {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormTop</name>
    <message>
        <source>Language</source>
        <translation type="unfinished">Cànan</translation>
    </message>
    <message>
        <source>Show what is not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Sàbhail</translation>
    </message>
    <message>
        <source>Answers as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormWindow</name>
    <message>
        <source>{title} – trying a checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open</source>
        <translation type="unfinished">An ath cheist fhosgailte</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way: every answer fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 answer is open or does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answers are open or do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of them has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save submission as a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Geo</name>
    <message>
        <source>These are more than {count} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} is no point. Write latitude and longitude, such as 55.9533, -3.1883.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area has three points or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line has two points or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° north</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° south</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{degrees}° west</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoneCard</name>
    <message>
        <source>Copies that were let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Each one that goes leaves an entry here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} · {count} changes · by {author}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>This inspection is finalised, so its grades stand as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void; its grades are kept and count for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradesPage</name>
    <message>
        <source>Grades</source>
        <translation type="unfinished">Ìrean</translation>
    </message>
    <message>
        <source>Themes looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by risk; each then asks for its grade and its reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick those the summary reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each then asks for its grade and its reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no theme is looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incomplete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cobhair</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Inspector</source>
        <translation type="unfinished">Mu Inspector</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished">Deasaich</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">Neo-dhèan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished">Ath-dhèan</translation>
    </message>
    <message>
        <source>Save what is typed</source>
        <translation type="unfinished">Sàbhail na chaidh a sgrìobhadh</translation>
    </message>
    <message>
        <source>Capture evidence</source>
        <translation type="unfinished">Glac fianais</translation>
    </message>
    <message>
        <source>Why is this asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">Eachdraidh</translation>
    </message>
    <message>
        <source>Correct a finalised inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cobhair</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished">Uinneag</translation>
    </message>
    <message>
        <source>The checklist says no more about this question than stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved, as it is with every key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandsCard</name>
    <message>
        <source>Hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large buttons and lines are easier to hit with a finger or an unsteady hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys beside what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyboard map always tells them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cobhair</translation>
    </message>
    <message>
        <source>on this laptop, nothing is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished">Sgioba</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished">Toradh</translation>
    </message>
    <message>
        <source>Grade of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished">Leantainn</translation>
    </message>
    <message>
        <source>Matter “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matter complained of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seriousness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it is not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions it bears on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished">Litir</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued</source>
        <translation type="unfinished">air a chur a-mach</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {value} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, row {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, a removed row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">Eachdraidh</translation>
    </message>
    <message>
        <source>nothing is ever deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change has these words. Clear the field to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been recorded here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Inspections</source>
        <translation type="unfinished">Sgrùdaidhean</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished">A’ dol</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished">Deiseil</translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished">Ri dhèanamh</translation>
    </message>
    <message>
        <source>Exports and receipts</source>
        <translation type="unfinished">Às-phortaidhean is cuidhteasan</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation type="unfinished">Càit an tòisich thu</translation>
    </message>
    <message>
        <source>Import the register of services first. Head office gives it as a CSV or Excel file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start an inspection of a service in the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">gun dad fhathast</translation>
    </message>
    <message>
        <source>{under_way} under way, {all} on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the latest {listed} of {all}; search ({key}) finds every one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegerLine</name>
    <message>
        <source>Write a whole number in digits, such as 7.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>This laptop&apos;s copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for another class, a legal hold, or lifting it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this copy go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its days are over on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has everything, and its days are over. Nothing but an entry stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy on this laptop goes for good; head office has everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry stays: what went, when and by whom. Backups hold it until they are rotated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is gone from this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entry stands in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyHold</name>
    <message>
        <source>Keys typed while waiting were not used: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the record. Your keys are kept; Esc stops waiting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add row</source>
        <translation type="unfinished">Cuir sreath ris</translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished">Ainmean</translation>
    </message>
    <message>
        <source>Keep the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished">Gearan</translation>
    </message>
    <message>
        <source>New matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>Done, go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Toraidhean</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation type="unfinished">Toradh ùr</translation>
    </message>
    <message>
        <source>Add the first suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished">Litir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Sàbhail</translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished">Clò-bhuail</translation>
    </message>
    <message>
        <source>Issue final letter</source>
        <translation type="unfinished">Cuir a-mach an litir dheireannach</translation>
    </message>
    <message>
        <source>Show the checks before issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as text or as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalise and export</source>
        <translation type="unfinished">Crìochnaich is às-phortaich</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation type="unfinished">Crìochnaich</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Às-phortaich</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">Eachdraidh</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished">Clàr</translation>
    </message>
    <message>
        <source>Import the register</source>
        <translation type="unfinished">Ion-phortaich an clàr</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Start the inspection</source>
        <translation type="unfinished">Tòisich an sgrùdadh</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished">Prìomh oifis</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished">Faigh</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start and unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Thoir a’ ghlas dheth</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation type="unfinished">Fosgail an t-eisimpleir</translation>
    </message>
    <message>
        <source>Make my profile</source>
        <translation type="unfinished">Dèan a’ phròifil agam</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">Lean ort</translation>
    </message>
    <message>
        <source>In a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the option of that number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move among the options, choosing nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the option the keyboard is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field, field before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose by the first letter of a choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list of choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what stands in a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next cell, cell before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First cell of the next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, paste rows of a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In search or do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move among what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there or do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished">Meur-chlàr</translation>
    </message>
    <message>
        <source>everything can be done without a mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it does, or the key itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key does that. Ctrl+K finds what has none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Ways in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who can open the inspections on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase, for a new recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old sheet opens nothing from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase. A guess costs {memory} MB of memory, {passes} times over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printed recovery code, in whose hands it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office, {office}: it holds a key of its own and can always open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office holds no key: without passphrase and sheet all is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then whoever is signed in on this computer needs no passphrase. Never needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no keyring. None is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old recovery sheet opens nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this one now; it is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownError</name>
    <message>
        <source>Inspection {inspection} belongs to the &quot;{realm}&quot; records and this office counts &quot;{realm2}&quot; ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted. Remove the file that brought it, and make the tables again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {inspection} has, at question &quot;{question}&quot;, the {value}, which the tables of this framework do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted. Use the framework pack that the inspection was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of different kinds cannot be counted together: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted. Example records belong in a database of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {inspection} has two different answers to &quot;{question}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted. Receive the inspection&apos;s latest file again, then make the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding of inspection {inspection} has the {fault}, which the tables do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table definition {name} cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file in the framework pack, or install the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist {name} cannot be opened: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the file and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist “{wanted}” of {framework_id} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again; your inspections are kept elsewhere and are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form gave no nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it with “checklist check”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use --passphrase-file FILE or set {PASSPHRASE_VARIABLE}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is cut short: its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again from the sender, and wait until the copy is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was changed or damaged on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again from the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is not a sealed file, or its first bytes were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right file; if it is, ask for it to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is not sealed for this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the recipients named when it was made can open it. Check that it was meant for you; if so, ask the sender for a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is locked with a passphrase, which this program does not accept from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to make the file with Inspector, for your office&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret key is not one of this program&apos;s keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should start with AGE-SECRET-KEY-1 and stand on one line, without blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a recipient that files can be sealed for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should start with age1; get the office&apos;s card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection is too large for one export file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written and the record is safe. Take out large attachments, such as videos; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would unpack to far more than an inspection holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not unpacked. Do not open it by other means; tell whoever sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} was not exported, because its record is damaged: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Restore the last backup, or ask head office to help with this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use the file. Ask the sender for it again, by another way if this happens twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The submission has no instanceID, so it cannot be encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again from the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file may not be called {XML_NAME} in an encrypted submission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach it again under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist asks for encrypted submissions, but its key cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its author for an RSA key of at least {LEAST_BITS} bits. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than an export file may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not opened. Check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was refused: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register stays as it was. Use only packs from your own head office; else call the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked as received. Use only receipts from your own head office; else call the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is not a {word} as it was made: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask for it to be sent again, by another way if this happens twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was made by a newer version of Inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Inspector on this computer, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary file changed while it was in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Try again; if it happens again, have the disk checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was changed or damaged: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again from the sender, or ask for a new export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} says it holds {value} work, but the laptop that signed it is for {value2} work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refused. Training and live work never mix: ask the sender which laptop made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is unharmed. Update Inspector on this computer, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} does not carry a valid signature of the laptop that it names. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refused. Ask the sender to export the inspection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written in {parent}: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written and the record is safe. Try again, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be read: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a file, that you may read it, and that the stick is still plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to write {name} in {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written and the record is safe. Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {parent} does not allow {name} to be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written and the record is safe. Choose a folder you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {parent} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Make the folder, or plug the stick in again, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {parent} is a folder, or in the way of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} has a place of the kind {value}, which no question can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep points, lines and areas only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot open: {name} is missing on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the libraries that the README lists under Linux. Your inspections are safe, and the commands of inspector-app work without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no way to print that the program can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is safe. Save it as PDF, and print it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the letter.{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is safe. Look whether the printer is on, or save the letter as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was stopped by the system before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the record was changed. Close other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it with your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {value} cannot be recorded as {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only requirements and recommendations are followed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The follow-up does not say what it rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you saw, heard or read that shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework {id} does not know the service type “{service_type}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework “{framework_id}” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the pack of head office that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter texts “{name}” cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask head office for a corrected pack; the inspection itself is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no letter texts in the language “{language}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another language for the letter, or ask head office for the language pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is {value} and cannot be {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is void already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inspection can only be voided with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it must not count, such as “started for the wrong service”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is void and can no longer be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new inspection if one is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is finalised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change now is a correction and needs a reason; the original stays in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {entry}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework lacks the file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask head office for a complete framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework file {name} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the line that is named, or ask head office for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist names the clause “{clause_id}” for {node}, which the framework lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask head office for a framework and checklist that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{pair}” in inspector:finding is not of the form answer=clause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pairs such as none=policy-write, with blanks between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection was not begun then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is erased without a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, without a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than {value} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a smaller copy, such as a photograph of less detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the folder of the database itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a stick or another folder: a backup beside the original is lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place for backups was chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a stick or a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file named inspector-….db in the folder or on the stick for backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the database itself, not a backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file in the folder or on the stick for backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys of the backup, {name}.keys, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A result is dismissed with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is no fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason repeats the words that it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may be a name: say why it is no fault without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no question called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist may be of another year; look at its questions with “checklist show”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist that was filled is not in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are safe. Bring the checklist back with a backup or a pack from head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program, save it again and choose the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a kind of picture whose place and time cannot be taken out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matter needs its text, a decision and the reason for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision is one of: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been settled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the field again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was made. Mend the file and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} inspections have the reference {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such inspection in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of inspections; the reference may be another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No inspection has the reference {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References are written exactly as on the inspection&apos;s first page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no question called {question}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its name, such as policy_comment, or its whole key for a row of a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, without the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence does not say where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether you spoke with people, saw it or read it, or cite an answer or a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This suggestion is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer was changed, or it was decided on already. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding is refused with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log kept with this record cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are safe. Begin the log anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files of the record have names that differ by capitals only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach one of them again under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” cannot be the name of an attached file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the file again under a plain name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: “{ref}” is not the path of a question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root of a form cannot be a repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The submission has no form id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The submission has no instanceID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again from the record; no server takes it so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} has more than {MOST_CELLS} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out the rows and columns that the checklist does not use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is larger than {value} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not CSV: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not a GeoJSON collection of features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again as GeoJSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has no primary instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the form again with an XLSForm converter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an XForm: it has no &lt;{missing}&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form follows version {entities} of ODK entities; this program knows up to 2025.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form follows version {version} of the ODK XForms specification; this program knows 1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is larger than {value} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it, or take out what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has more than {value} elements or attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not well-formed XML: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the program it was made with and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has a document type declaration, which may hide harmful content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the DOCTYPE line out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not well-formed XML: {msg}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} nests deeper than {DEEPEST} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A form a person can fill in does not need this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the expression: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expressions of the form refer to questions more than {MOST_EDGES} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name single questions in place of everything below a node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of the references out, so that the values can be worked out one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it before the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no place {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may come from another version of the checklist, or from a row that was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist itself sets the number of these rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answer that the number of rows comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a record of the form {value}, not of {form_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the form it was filled in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of a new row may hold letters, digits, &apos;-&apos; and &apos;_&apos; only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a row of this id already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no language “{language}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of the pseudonym key stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {pseudonym} instead; erase the name from the record if it was typed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” {value2} a date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give no date of birth; say an age group if it matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding rests on {verb} alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding cites answers and names no source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence of another kind: speak, see or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline {value} is not after the letter&apos;s date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day after {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence supports no finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the finding it belongs to, or leave it for the record and dismiss this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {value} stands beside a requirement: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the grade again, or at the requirement; the reasons must say why both hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {value} stands without a requirement or recommendation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the finding that explains the grade, or look at the grade again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This says what {name} said, which was not met, and is not marked as its repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it as a repeat, so that the letter says how long it has been outstanding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline {value} is a {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next working day is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding cites an answer that speaks against it: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite the answer that shows it, or correct the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {value} stands beside an answer that shows a serious gap: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the grade again, or at the answer; the reasons must say why both hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open and was not followed up: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record whether it is met, or repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome of this {kind} does not say “{right}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what {right} change, such as “The provider {right2} …”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text reads as for age {age}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter words and sentences bring it to age {oldest_reading_age} or below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {kind} says “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{right}”, or say it another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{lead}” does not say what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a verb whose doing can be seen, such as write, train, check, record or agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action is too short to be specific.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who does what, for whom, and how it will show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{phrase}” leaves open what is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phrase}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{phrase}” cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how often, by when, how many or how it is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence has {count} words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part it; up to {longest_sentence} words are read with ease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is an American spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding is refused without a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggested finding is not decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree it, or refuse it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a few words that name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of evidence does not say where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether you spoke with people, saw it or read it, or cite an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say what is to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the outcome for children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum actions are missing or one is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one action, and remove blank lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a date, or a number of days, weeks or months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no legal hook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the regulation that the requirement rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the standard that the finding serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recommendation carries no deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away, or make a requirement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recommendation has no reasons for a deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recommendation rests on no regulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite an answer or a sample row, or write what you were told, saw or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline {value} is already past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date from {value} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason for the deadline from {part} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a regulation that was in force on the inspection date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a standard that applied on the inspection date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The good practice example is not validated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record how you validated it, or make it a strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {value} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {value} is {value2} characters long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it to at most {_LONGEST} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a service number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the letters CS and the digits after them, such as CS2003000001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a provider number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the letters SP and the digits after them, such as SP2003000001, or leave it blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a number of places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number from 0 to {_MOST_PLACES}, or leave it blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a service type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is not on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been erased, or not have come with a colleague&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complaint would have been received in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say what was complained of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the matter, naming nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matter is not decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether it is upheld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision has no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is not finalised, so nothing needs a correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the field itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is what the record says already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the right value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” is no step of this framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding has no part called {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its parts are: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no time in which something can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 1 to {LONGEST_SPAN} days, weeks or months, or a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it as day, month and year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suggestion is refused with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is not needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A finding has no part called {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such earlier finding of this service on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of earlier findings; head office sends those of other laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The follow-up says nothing of the outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether it is met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no picture that can be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a JPEG or PNG file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{theme}” is no theme of this framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no level of the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a whole number from 1 to 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grade needs its reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The help has no chapter {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is not finalised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalise it first, or make a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fixed words of this language are a proof that nobody has checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the letter in English, or ask head office for a reviewed language pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record changed while the letter was being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was issued. Look at the letter again, then issue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place may name a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places may name a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend each, or dismiss it with a reason; until then no final letter is issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalise it first, or save the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} of the letter is no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text was erased from the record. Issue the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laptop cannot lock after {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a lock anyone who finds this laptop open reads every inspection on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop keeps {value} records and this office {realm} ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was accepted. Set the laptop up with this office&apos;s card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No laptop has the id {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {value} records and this office receives {realm} ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken. Training and example records can never be received or counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal in the file does not fit what is here ({code} at event {event}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken. Keep the file, and ask the laptop&apos;s owner to verify its database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added. Set the laptop up with this office&apos;s card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the fingerprint of that laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was accepted. Ask its owner to read it out again; if it differs, do not accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme has no grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the level that the evidence shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grade has no reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two findings have the number {number}: they were added on two laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the number of one of them, then issue the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A narrative has no part called {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it a second time, exactly as the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inspection has a first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the day on which it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection would end before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the first or the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as it should stand in letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of your head office is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the office.pub that head office gave you; it is on the stick or in the e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name and its pseudonym are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name, and a pseudonym such as YP1 or a designation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no receipt: it is too large to be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file ending in .receipt that head office sent back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is for another laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked. Look for the receipt with this laptop&apos;s number in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no export file there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files that end in {SUFFIX}, or a folder with such files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays with the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no JSON object with a list “answers”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {&quot;answers&quot;: [{&quot;ref&quot;: &quot;/data/q1&quot;, &quot;value&quot;: &quot;yes&quot;}, …]}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the inspector&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a database of the {found}, not of the {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the {role}&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new or an empty folder; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service_number} is not in the register on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the register, or check the number: CS and ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection has no reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one, such as EX-2026-0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an inspection with the reference {reference} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that one, or give the new one a reference of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{type}” is no type of inspection of this framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection {reference} is not finalised, so it has nothing to submit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finalise it first. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the record are not in this database: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted submission is sealed with all its files. Nothing was written of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finalised inspection to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive export files first; open and void inspections are never counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist of this answer is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo takes back what you did in this inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo brings back what was undone last, until something else is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before has been erased and cannot come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the field anew where it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been changed since{by}, so it was not undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the field itself; its history shows every version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection has no such checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the inspection again from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No inspection is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own files are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large to be read: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read. Check that it is the right file; split it if it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the right file was saved and chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {what}, and cannot be read as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as XLSX or as CSV (UTF-8) and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, or copy it to another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged in row {value}: {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read. Check the quotation marks in that row, or save the file again as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no header row with the columns {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A register has these columns, in any order: {value}. Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has more than one column for {value}, in row {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of them and read the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell shows the error {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stands in rows {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell holds a character that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not have the columns of a national sample: {value} {value2} missing or there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are {value}. Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is CS and digits, such as CS2003000001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes are small letters, digits and underscores, such as in_place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write dates as YYYY-MM-DD, such as 2016-04-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aware} staff were aware of {value} asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook needs a sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text in sheet {sheet}, row {value}, column {value2} {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Correct the text there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook cannot have a sheet named &quot;{name}&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names differ from one another, have 1 to 31 characters and none of [ ] : * ? / \.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or is not a workbook that can be read safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read. Open it in a spreadsheet program and save it again as XLSX or CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an Excel workbook (XLSX).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment is not beside the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup: it holds the attachments too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment is not what it was when it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup, and tell head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys of the backup, {name}, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While its disk is full, {name} can be read here alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free at least {value} MB on that disk; then it can be checked and backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, and {name} was written by an older version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Free at least {megabytes} MB on that disk and open it again: then it is brought up to this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment {words}: {identifier}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events belong to no chain or to no field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored file is not what it was when it was stored: {digest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page was changed or damaged: {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}: {where}, inspection {inspection}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There should be {count} events, and are {value}: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event cannot be read: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of a chain is not where it was noted: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field of inspection {inspection} is missing: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table does not show what the journal says: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows have no events: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index names what is not in the record: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index does not know a service: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index does not say what the journal says: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field does not show what its events say: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an event says cannot be read: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{extra} rows of {table} have no events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traces of what was erased are still in {name}: there is no room to write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free {value} MB on that disk; it is done when the program is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it beside the backup: without it the backup cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To switch it off all the same, type the words: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy that was made is not sound, so it was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another disk or stick; the database itself was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file already at {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever overwritten: choose another name, or move that file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place for backups, {folder}, is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the stick in, or choose another place. Everything is safe on this laptop meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer version and open it with that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} is open in another window or command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that window, or close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file already at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or open that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing more was written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_SAFE} Free some space on that disk, then make the change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: the file or its folder is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_SAFE} Move the folder to a place that you may write to, or ask for the right to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file as it is, restore the latest backup, and tell head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys, {name}, is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database itself is untouched. Put the file back from a backup; head office can help too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not fit the database {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database and the file with its keys belong together: put both back from the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder, or restore a backup there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder is there and that you may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {name} failed while reading or writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_SAFE} Check the disk or the stick, and make a backup to another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} is busy with other work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_SAFE} Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that a record names is not in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the latest backup, or ask the laptop that made it to export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file in the database is not what it was when it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer does not open the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase. The keyring is never needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard layout, or use the printed recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code is of another database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the sheet that was printed when this database was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this database was not given to head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase or the printed recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not belong to this file of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the printed sheet, group by group; each has four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys, {name}, was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys, {name}, is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the database cannot be opened. Put it back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passphrases: wait {left} {unit} before the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printed recovery code opens the database at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to plan for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree a requirement or a recommendation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier finding was followed up in this inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what became of each earlier finding first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complaint is recorded with this inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inspection of the type “complaint” records each matter and what was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No indicator is graded in this inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade the indicators first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Language</source>
        <translation type="unfinished">Cànan</translation>
    </message>
    <message>
        <source>{language} (menus and headings, not reviewed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the screen; letters and forms have their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the next start of the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaptopLine</name>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the laptop of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive what waits of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} received, last {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has sent nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner to read it out from the laptop; it must be {fingerprint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the laptop of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this laptop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaptopsCard</name>
    <message>
        <source>Laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Each laptop writes a device card; add it here, or receive its first file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device card (*.card *.json *.pub)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a laptop by its device card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>Letter</source>
        <translation type="unfinished">Litir</translation>
    </message>
    <message>
        <source>made from the record, nothing is typed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} stands as it was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another version takes its place, and the service needs to be sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Sàbhail</translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished">Clò-bhuail</translation>
    </message>
    <message>
        <source>Issue final letter</source>
        <translation type="unfinished">Cuir a-mach an litir dheireannach</translation>
    </message>
    <message>
        <source>Show as text or as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the checks before issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}. Every byte is as it was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}. Altered since it was issued: do not rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} is issued and kept in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it or print it for the service. A later correction makes the next version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPreview</name>
    <message>
        <source>As printed</source>
        <translation type="unfinished">Mar a chlò-bhuailear</translation>
    </message>
    <message>
        <source>As text</source>
        <translation type="unfinished">Mar theacsa</translation>
    </message>
    <message>
        <source>How to show the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter is being set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished">Dreachd</translation>
    </message>
    <message>
        <source>{state}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterSide</name>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished">Sàbhail mar</translation>
    </message>
    <message>
        <source>Language of the fixed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents (*.pdf *.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For those who must edit. What is changed there does not come back into the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished">Dreachd</translation>
    </message>
    <message>
        <source>The record was corrected since: issue the next version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says on every page that it is an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place may name a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places may name a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend or dismiss it under Checks; until then no final letter is issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language} (proof)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These signs cannot be printed and are named in words: {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter</source>
        <translation type="unfinished">An litir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">Sàbhail</translation>
    </message>
</context>
<context>
    <name>LetterStatus</name>
    <message>
        <source>The letter is a draft until the inspection is finalised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection is void; no letter is issued.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Nothing on this page is asked now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Values and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>never lock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Lock</source>
        <translation type="unfinished">Glais</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock without a key for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} locks at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to switch the lock off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never lock this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It also locks when the computer sleeps or its lid is closed. What was typed is saved first, and you come back to the same field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished">Uinneag</translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished">Sealladh</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished">Clàr-taice</translation>
    </message>
    <message>
        <source>Search or do</source>
        <translation type="unfinished">Lorg no dèan</translation>
    </message>
    <message>
        <source>Next open</source>
        <translation type="unfinished">An ath cheist fhosgailte</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">Glais</translation>
    </message>
    <message>
        <source>Show or fold the side</source>
        <translation type="unfinished">Seall no paisg an taobh</translation>
    </message>
    <message>
        <source>Go to the parts</source>
        <translation type="unfinished">Rach gu na pàirtean</translation>
    </message>
    <message>
        <source>Go to the page</source>
        <translation type="unfinished">Rach gun duilleag</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished">Nas motha</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished">Nas lugha</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished">Meud àbhaisteach</translation>
    </message>
</context>
<context>
    <name>MaskedLine</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>What was complained of, naming nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings that it led to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this matter out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decision}, incomplete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthLine</name>
    <message>
        <source>May 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no month. Write it as May 2025 or 5/2025.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>Names</source>
        <translation type="unfinished">Ainmean</translation>
    </message>
    <message>
        <source>on this laptop alone: in no letter, export or search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as YP1, or a designation for a member of staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as people say it; a short form is a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name is kept yet. Give each young person a pseudonym such as YP1, and keep here who it is: the checks of the letter then find the name wherever it slipped in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in the record, with no name here: {used}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 name was taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} names were taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you leave this page it can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown until you leave this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden until you ask for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names lie in the encrypted database of this laptop and its backups. They are no part of the record, and go with its copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Narrative</name>
    <message>
        <source>This inspection is finalised, so its report stands as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspection is void; its report counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NarrativePage</name>
    <message>
        <source>Area report</source>
        <translation type="unfinished">Aithisg na sgìre</translation>
    </message>
    <message>
        <source>The response to child sexual exploitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what partners do together, and what children experience of it; name nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity for improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one judgement on the whole, beside the indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection cannot be finalised without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary also tells the grades of the indicators, {strengths} strengths and {practice} validated examples of good practice; those are made under Findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples are not validated, and left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextOpen</name>
    <message>
        <source>Open before</source>
        <translation type="unfinished">Fosgailte roimhe</translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished">Uinneag</translation>
    </message>
    <message>
        <source>Every question that is asked is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the findings next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodesModel</name>
    <message>
        <source>not asked · {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>No findings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that call for a finding bring up suggestions here. Answer the checklist first, or begin a finding of your own: a requirement, a recommendation or a strength.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>The last day of the inspection is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the first or the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No inspector is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who carried it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question “{node}” is not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response to child sexual exploitation is not described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what partners do together; every area report tells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is said of the capacity for improvement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the one judgement on the whole, beside the indicators.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Head office</source>
        <translation type="unfinished">Prìomh oifis</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished">Faigh</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export files (*.inspection)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive files, count them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · nothing sent yet: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} · inspections counted: {count}, left out: {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving, {done} of {total} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {total} files received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts for the laptops lie in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {total} files that waited were received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others still wait; what became of each stands under Receive files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laptop of {name} is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its files waited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waited of it is received now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke this laptop?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its next files wait in quarantine. What it sent before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Open head office&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a passphrase of its own. “inspector-app office init” makes a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished">Stòr-dàta</translation>
    </message>
    <message>
        <source>Passphrase of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file, such as office.db.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look, not in the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Under way</source>
        <translation type="unfinished">A’ dol</translation>
    </message>
    <message>
        <source>Finalised</source>
        <translation type="unfinished">Crìochnaichte</translation>
    </message>
    <message>
        <source>Void</source>
        <translation type="unfinished">Gun èifeachd</translation>
    </message>
    <message>
        <source>exported {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{exported}, changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finalise, draft letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export to head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} overdue since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished">deiseil</translation>
    </message>
    <message>
        <source>{count} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no matter yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">gun dad fhathast</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished">gun dad</translation>
    </message>
    <message>
        <source>issued</source>
        <translation type="unfinished">air a chur a-mach</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished">dreachd</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished">an-diugh</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished">an-dè</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished">a-màireach</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Prepare</source>
        <translation type="unfinished">Ullaich</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished">Gearan</translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished">Ainmean</translation>
    </message>
    <message>
        <source>Earlier findings</source>
        <translation type="unfinished">Toraidhean roimhe</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation type="unfinished">Ìrean</translation>
    </message>
    <message>
        <source>Area report</source>
        <translation type="unfinished">Aithisg na sgìre</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Toraidhean</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished">Litir</translation>
    </message>
    <message>
        <source>Finalise and export</source>
        <translation type="unfinished">Crìochnaich is às-phortaich</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished">Fàilte</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Thoir a’ ghlas dheth</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation type="unfinished">Sgrùdaidhean</translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished">Clàr</translation>
    </message>
    <message>
        <source>Start an inspection</source>
        <translation type="unfinished">Tòisich sgrùdadh</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished">Prìomh oifis</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished">Roghainnean</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">Eachdraidh</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished">Meur-chlàr</translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished">Cobhair</translation>
    </message>
    <message>
        <source>About Inspector</source>
        <translation type="unfinished">Mu Inspector</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParsedLine</name>
    <message>
        <source>Only digits, a point, a comma, plus and minus can be written here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Four or more words that do not belong together are easy to keep in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {missing} more {sign}: add a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats and well-known words count little: add others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more word would make it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Abairt-fhaire</translation>
    </message>
    <message>
        <source>the recovery code stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it from the next time on. Older backups still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <source>All changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a question, a value or a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stood on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day and a time; that moment included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter was issued yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since version {version} was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since version {version} was issued on {day}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” → “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things stood in it then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a day and a time, and the whole inspection is shown as it stood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathLine</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished">Tagh</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>The letter as it is printed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PieceCard</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished">Freagairt</translation>
    </message>
    <message>
        <source>How known?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer itself, cited by a finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Chapters</source>
        <translation type="unfinished">Caibideilean</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Go to</source>
        <translation type="unfinished">Rach gu</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation type="unfinished">Sgrùdaidhean</translation>
    </message>
    <message>
        <source>Start an inspection</source>
        <translation type="unfinished">Tòisich sgrùdadh</translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished">Clàr</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished">Prìomh oifis</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished">Roghainnean</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished">An ath phàirt</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation type="unfinished">Am pàirt roimhe</translation>
    </message>
    <message>
        <source>Back where you were</source>
        <translation type="unfinished">Air ais far an robh thu</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation type="unfinished">Air adhart a-rithist</translation>
    </message>
</context>
<context>
    <name>PointLine</name>
    <message>
        <source>55.9533, -3.1883</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no point. Write latitude and longitude, such as 55.9533, -3.1883.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude, longitude in degrees, as a map gives them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsBox</name>
    <message>
        <source>{count} points, from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an area of {count} corners, from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one corner a line: latitude, longitude in degrees; three or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one point a line: latitude, longitude in degrees; two or more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prepare</name>
    <message>
        <source>Finalised: these facts stand as they were signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void: {void_reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who carries it out; the names sign the letter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Prepare</source>
        <translation type="unfinished">Ullaich</translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished">A’ chiad latha</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed before finalising; the letter names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced</source>
        <translation type="unfinished">Le brath</translation>
    </message>
    <message>
        <source>Unannounced</source>
        <translation type="unfinished">Gun bhrath</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names that sign the letter, parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone or e-mail for the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it must not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void this inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Seirbheis</translation>
    </message>
    <message>
        <source>as the register said when the inspection began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection</source>
        <translation type="unfinished">An sgrùdadh</translation>
    </message>
    <message>
        <source>It is kept and shown as void, and never counted. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Problems in the file</source>
        <translation type="unfinished">Duilgheadasan san fhaidhle</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things to put right; then choose it again. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no service. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} services, nothing wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintSection</name>
    <message>
        <source>Print</source>
        <translation type="unfinished">Clò-bhuail</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished">Clò-bhualadair</translation>
    </message>
    <message>
        <source>The version shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print 1 to 99 copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what to print.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Everything is hidden. Press any key to show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press any key, or click, to show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Your name</source>
        <translation type="unfinished">D’ ainm</translation>
    </message>
    <message>
        <source>as it stands in letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Abairt-fhaire</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office (office.pub *.pub);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished">Prìomh oifis</translation>
    </message>
    <message>
        <source>the file office.pub that you were given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file office.pub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · fingerprint {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · for practice only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this asked?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name} is missing or cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {total} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RailList</name>
    <message>
        <source>Parts of the inspection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeLine</name>
    <message>
        <source>{name}, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number from {low} to {high} in steps of {step}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RasterPrinting</name>
    <message>
        <source>It did not begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took no further page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Not answered: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the answer right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer it, or say that it could not be assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places that may name a person: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No final letter is issued with it: mend it, or dismiss it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators of the summary without a grade: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade them, or leave out of the summary what nobody could look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested and not decided: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it, or refuse it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Head office holds another version of this record: ask there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has not confirmed anything of this inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has everything. Its receipt is of {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {when}. Changes made after that: {count}. Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Receipt from head office</source>
        <translation type="unfinished">Cuidhteas bhon phrìomh oifis</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts (*.receipt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file that head office sends back; choose it or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt of {day} names no inspection of this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt of {day} was taken in before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 inspection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} inspections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office confirms {names}, by its receipt of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiveCard</name>
    <message>
        <source>Receive files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop them here, or name a file or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export files (*.inspection)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an export file, or a folder with export files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the record, not in the letter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Register</source>
        <translation type="unfinished">Clàr</translation>
    </message>
    <message>
        <source>Import the register</source>
        <translation type="unfinished">Ion-phortaich an clàr</translation>
    </message>
    <message>
        <source>Register (*.csv *.xlsx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File from head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or Excel, one service a row. A service number that is known already is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, number, provider or area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished">Seirbheisean</translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished">Ion-phortaich</translation>
    </message>
    <message>
        <source>{count} services on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet: import it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} services are in the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to start an inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished">A’ dol</translation>
    </message>
    <message>
        <source>No service matches. Check the spelling, or clear the field to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} are shown; type more to narrow it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter starts an inspection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreFold</name>
    <message>
        <source>Bring back a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>Backup</source>
        <translation type="unfinished">Lethbhreac-glèidhidh</translation>
    </message>
    <message>
        <source>Backups (inspector*.db);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspector-….db, with its .keys file beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Abairt-fhaire</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written {when}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the inspections on this laptop, last changed {when}. They are kept beside it as {name}; nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is needed to open the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is back and unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was here before lies beside it, untouched. Export what head office lacks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>It is on legal hold: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspection is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office holds another version of this record than this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has not confirmed everything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something typed here is not in the record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some changes wait for others that have not arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomWatch</name>
    <message>
        <source>The disk is full: nothing can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read everything. Free at least {needed} MB on the disk of this laptop; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room on the disk again: what you type is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafeLight</name>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Disk full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup</source>
        <translation type="unfinished">Gun lethbhreac</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup is old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved; last change kept on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change kept on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example can be made anew at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a stick or a folder for backups in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} It is tried again each minute; nothing is lost on this laptop meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one now, or look whether the place is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is made within an hour, or now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last receipt by head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After an export, take in the receipt that head office sends back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished">gun dad fhathast</translation>
    </message>
    <message>
        <source>Last traces of what was erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go when the program is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is written anew for it. Free {count} MB on the disk of this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no room to take them away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafetyPanel</name>
    <message>
        <source>Safe since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups in settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>no member of staff asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aware} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} – {label}, {chosen} chosen{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} – exactly half, {chosen} chosen{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} – exactly half, not yet decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>{title} · sample of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleDelegate</name>
    <message>
        <source>Type to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>new row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pasted cells were left out, as they are none of the choices: {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is none of the choices for {title}: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>No choice for {title} begins with {letter}. The choices are {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Taken from the sample. Choosing another class needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add those you asked to the sample; the class follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly half belongs to no class, so you choose one and say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked in this checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked, because {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {chosen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is “{label_of}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly half: choose and say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} from a sample of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} from a sample, none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number}, {label} {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to choose from yet: that depends on another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Service</source>
        <translation type="unfinished">Seirbheis</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished">Freagairt</translation>
    </message>
    <message>
        <source>Matter complained of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation type="unfinished">Sgrùdaidhean</translation>
    </message>
    <message>
        <source>Questions here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">Fianais</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">Toraidhean</translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished">Seirbheisean</translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished">Toradh</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished">Ìre</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished">Leantainn</translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished">Sgioba</translation>
    </message>
    <message>
        <source>Type to search services, inspections, answers, evidence and findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Search looks at the beginnings of words in services, inspections, answers, evidence and findings on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished">Rach gu</translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search or do</source>
        <translation type="unfinished">Lorg no dèan</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Search the help</source>
        <translation type="unfinished">Lorg sa chobhair</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is none of the options. Type a part of one and choose it from the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found. {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {at} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchTicks</name>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesCards</name>
    <message>
        <source>Rows of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesTable</name>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished">Roghainnean</translation>
    </message>
    <message>
        <source>of this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished">Dathan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished">Mar an siostam</translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished">Soilleir</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished">Dorcha</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished">Iomsgaradh àrd</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished">Meud an teacsa</translation>
    </message>
    <message>
        <source>Folder for the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the device card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the inspections lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office: {name}, fingerprint {mark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop of {author}: fingerprint {mark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{larger} larger, {smaller} smaller, {normal} normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation type="unfinished">Coltas</translation>
    </message>
    <message>
        <source>Head office and this laptop</source>
        <translation type="unfinished">A’ phrìomh oifis agus an laptop seo</translation>
    </message>
    <message>
        <source>Head office accepts this laptop by its card. Read the fingerprint out over the telephone: the same numbers on both sides prove that the card is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card {name} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to head office. It holds no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Recovery sheet</source>
        <translation type="unfinished">Duilleag-aisig</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">Lean ort</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens your inspections when the passphrase is forgotten. It is kept nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it or write it down, and put it in a safe or a locked drawer at the office, apart from the laptop. Head office, {office}, can open them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is printed or written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code is printed or written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file off this laptop: with it anyone can read your inspections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are divided by {sign}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as Windows-1252, because it is not UTF-8. Check names with accents; if they are wrong, save the file as CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as an Excel workbook.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Everything typed is saved. Unlock it and you are where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation type="unfinished">An laptop seo</translation>
    </message>
    <message>
        <source>Inspection {reference}</source>
        <translation type="unfinished">Sgrùdadh {reference}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Beside the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start an inspection</source>
        <translation type="unfinished">Tòisich sgrùdadh</translation>
    </message>
    <message>
        <source>of a service in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the inspection</source>
        <translation type="unfinished">Tòisich an sgrùdadh</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation type="unfinished">Sgrùdadh</translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished">Seirbheis</translation>
    </message>
    <message>
        <source>type part of its name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service</source>
        <translation type="unfinished">Dè an t-seirbheis</translation>
    </message>
    <message>
        <source>The inspection</source>
        <translation type="unfinished">An sgrùdadh</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished">Iomradh</translation>
    </message>
    <message>
        <source>as head office gave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished">Seòrsa</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation type="unfinished">Le brath</translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished">A’ chiad latha</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names that sign the letter, parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone or e-mail for the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it first; then choose the service here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished">A’ dol</translation>
    </message>
    <message>
        <source>Manager: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the service: type part of its name, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the type of inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who inspects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unannounced</source>
        <translation type="unfinished">Gun bhrath</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Add to findings</source>
        <translation type="unfinished">Cuir ris na toraidhean</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished">Chan eil feum air</translation>
    </message>
    <message>
        <source>Add to findings: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same answer also suggests: {others}. One of them is usually enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it not needed here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not add it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message>
        <source>{kind}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested finding. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to findings</source>
        <translation type="unfinished">Cuir ris na toraidhean</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished">Chan eil feum air</translation>
    </message>
    <message>
        <source>Suggested finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it not needed here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why; the reason stays in the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuspendWatch</name>
    <message>
        <source>Saving what was typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablesCard</name>
    <message>
        <source>National tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished">Ceist</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV and Excel files into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder; it is made where it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeCard</name>
    <message>
        <source>Grade</source>
        <translation type="unfinished">Ìre</translation>
    </message>
    <message>
        <source>Reasons for the grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks to this theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no grade yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grade}, no reasons yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grade}, look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickBox</name>
    <message>
        <source>Yes, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>This is no time. Write it as 14:05.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished">Cleachdadh</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished">Air a shàbhaladh {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished">’Ga shàbhaladh</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished">Gun sàbhaladh</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Air ais</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the program, not in your work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">Lean ort</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{saved}. Everything up to then is in your database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed since the program was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step may not have been done: look at it once more. If it happens again, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the program and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places in the program, without answers, names or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report {name} is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation type="unfinished">Thoir a’ ghlas dheth</translation>
    </message>
    <message>
        <source>Your inspections are encrypted on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation type="unfinished">Fosgail an t-eisimpleir</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished">Abairt-fhaire</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the sheet printed when the profile was made; spaces and small letters are fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sheet either? Head office can open this laptop with its own key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise</source>
        <translation type="unfinished">Cleachd</translation>
    </message>
    <message>
        <source>An invented example, apart from your inspections and marked everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is being opened. The first time takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait {seconds} seconds before the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while you were typing. Everything to the last key is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the record now: {places}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsSection</name>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version was issued yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this file a letter of ours?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: {reference}, version {version}, code {code}. Not one byte was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it as it was issued. Code {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YearLine</name>
    <message>
        <source>Write the year in four digits, such as 2025.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Go to {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_NameLine</name>
    <message>
        <source>name hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the name behind {pseudonym}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RefusedLine</name>
    <message>
        <source>Agree after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree after all: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Letter</source>
        <translation type="unfinished">Litir</translation>
    </message>
    <message>
        <source>Feedback of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action plan form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factual accuracy form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint outcome letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint inspection summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}, superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large print</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Say where to save it, such as a folder on the stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version is kept as PDF alone. Choose PDF, or another document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it lies {name}: with it anybody can tell that no byte was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} documents went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As pictures of the pages: this system cannot print a PDF as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Safe since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished">Uinneag</translation>
    </message>
</context>
<context>
    <name>self._page</name>
    <message>
        <source>Name the PDF that came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system cannot print a PDF as it is, so pictures of its pages go out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>workbench</name>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
