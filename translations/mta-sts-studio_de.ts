<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Calendar</name>
    <message>
        <source>{domain}: {title}</source>
        <translation>{domain}: {title}</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>%1, %2 bits</source>
        <comment>key type, size</comment>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>leads to a trusted root</source>
        <translation>führt zu einer vertrauenswürdigen Stammzertifizierungsstelle</translation>
    </message>
    <message>
        <source>signed by itself</source>
        <translation>selbstsigniert</translation>
    </message>
    <message>
        <source>the intermediate certificate is not sent</source>
        <translation>das Zwischenzertifikat wird nicht mitgesendet</translation>
    </message>
    <message>
        <source>leads to a root that is not trusted</source>
        <translation>führt zu keiner vertrauenswürdigen Stammzertifizierungsstelle</translation>
    </message>
    <message>
        <source>a signature or constraint does not hold</source>
        <translation>eine Signatur oder Einschränkung ist verletzt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>The server&apos;s own</source>
        <translation>Serverzertifikat</translation>
    </message>
    <message>
        <source>Sent after it (%1)</source>
        <translation>Danach gesendet (%1)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>Das Zertifikat ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <translation>%1 (%2 UTC)</translation>
    </message>
    <message>
        <source>Names (SAN)</source>
        <translation>Namen (SAN)</translation>
    </message>
    <message>
        <source>none: a common name does not count</source>
        <translation>keine: Ein Common Name zählt nicht</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Key fingerprint (SPKI)</source>
        <translation>Schlüssel-Fingerabdruck (SPKI)</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>Binnen einer Woche</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In %1 weeks</source>
        <translation>In %1 Wochen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>mta-sts.%1 (%2)</source>
        <comment>policy host, address</comment>
        <translation>mta-sts.%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>mail server, address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>in order, with certificates that nobody needs</source>
        <translation>richtig, mit Zertifikaten, die niemand braucht</translation>
    </message>
    <message>
        <source>in order, nothing needless</source>
        <translation>richtig, nichts überflüssig</translation>
    </message>
    <message>
        <source>Timestamps (SCT)</source>
        <translation>Zeitstempel (SCT)</translation>
    </message>
    <message numerus="yes">
        <source>%n embedded</source>
        <comment>signed certificate timestamps</comment>
        <translation>
            <numerusform>einer eingebettet</numerusform>
            <numerusform>%n eingebettet</numerusform>
        </translation>
    </message>
    <message>
        <source>none embedded</source>
        <translation>keine eingebettet</translation>
    </message>
    <message>
        <source>Issuer&apos;s certificate (AIA)</source>
        <translation>Zertifikat des Ausstellers (AIA)</translation>
    </message>
    <message>
        <source>does not say where</source>
        <translation>sagt nicht, wo</translation>
    </message>
    <message>
        <source>Order of the chain</source>
        <translation>Reihenfolge der Kette</translation>
    </message>
    <message>
        <source>an OCSP response was sent with it</source>
        <translation>eine OCSP-Antwort wurde mitgesendet</translation>
    </message>
    <message>
        <source>no OCSP response, though the certificate demands one</source>
        <translation>keine OCSP-Antwort, obwohl das Zertifikat eine verlangt</translation>
    </message>
    <message>
        <source>no OCSP response was sent with it</source>
        <translation>es wurde keine OCSP-Antwort mitgesendet</translation>
    </message>
    <message>
        <source>Revocation (OCSP)</source>
        <translation>Widerruf (OCSP)</translation>
    </message>
    <message>
        <source>in order, up to the root</source>
        <translation>richtig, bis zum Stammzertifikat</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Policy host</source>
        <translation>Richtlinien-Host</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>TLS-RPT</source>
        <translation>TLS-RPT</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>“%1” is no name of a mail server.</source>
        <translation>„%1“ ist kein Name eines Mailservers.</translation>
    </message>
    <message>
        <source>Which mail servers are meant? Name at least one.</source>
        <translation>Welche Mailserver sind gemeint? Nennen Sie mindestens einen.</translation>
    </message>
    <message>
        <source>“%1” is not among the mail servers of the plan.</source>
        <translation>„%1“ gehört nicht zu den Mailservern des Plans.</translation>
    </message>
    <message>
        <source>“%1” is among the mail servers already.</source>
        <translation>„%1“ gehört schon zu den Mailservern.</translation>
    </message>
    <message>
        <source>No mail server would be left. To take no mail at all, remove MTA-STS first.</source>
        <translation>Es bliebe kein Mailserver übrig. Soll die Domain gar keine E-Mail mehr annehmen, entfernen Sie zuerst MTA-STS.</translation>
    </message>
    <message>
        <source>“%1” cannot be where the policy host leads: name its addresses, or one name.</source>
        <translation>Der Richtlinien-Host kann nicht zu „%1“ führen: Nennen Sie seine Adressen oder einen einzigen Namen.</translation>
    </message>
    <message>
        <source>Where is the policy host to lead? Name its addresses, or the name it is an alias of.</source>
        <translation>Wohin soll der Richtlinien-Host führen? Nennen Sie seine Adressen oder den Namen, für den er ein Alias ist.</translation>
    </message>
    <message>
        <source>max_age is a number of seconds from 0 to 31557600.</source>
        <translation>max_age ist eine Zahl von Sekunden, von 0 bis 31557600.</translation>
    </message>
    <message>
        <source>The plan has no policy that could be changed.</source>
        <translation>Es gibt keine Richtlinie, die sich ändern ließe.</translation>
    </message>
    <message>
        <source>“%1” has no meaning for this change.</source>
        <translation>„%1“ hat bei dieser Änderung keine Bedeutung.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>Die Option --%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value: --%1 %2.</source>
        <translation>Die Option --%1 braucht einen Wert: --%1 %2.</translation>
    </message>
    <message>
        <source>The option --%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>Die Option --%1 erwartet eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>The option --%1 takes one of %2, not &quot;%3&quot;.</source>
        <translation>Die Option --%1 erwartet einen dieser Werte: %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>Language of all texts, such as de; without it that of the environment.</source>
        <translation>Sprache aller Texte, etwa de; sonst die der Umgebung.</translation>
    </message>
    <message>
        <source>Prints the version and ends.</source>
        <translation>Gibt die Version aus und endet.</translation>
    </message>
    <message>
        <source>Prints this help and ends.</source>
        <translation>Gibt diese Hilfe aus und endet.</translation>
    </message>
    <message>
        <source>The option --timeout takes seconds, up to %1, not &quot;%2&quot;.</source>
        <translation>Die Option --timeout erwartet Sekunden, höchstens %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>Name the domains either on the command line or with --from, not both.</source>
        <translation>Nennen Sie die Domains entweder auf der Befehlszeile oder mit --from, nicht beides.</translation>
    </message>
    <message>
        <source>Which domain is to be audited? Name one, or a list with --from FILE.</source>
        <translation>Welche Domain soll geprüft werden? Nennen Sie eine, oder mit --from FILE eine Liste.</translation>
    </message>
    <message>
        <source>Several domains are saved in a folder, and %1 is a file.</source>
        <translation>Mehrere Domains werden in einem Ordner gespeichert, und %1 ist eine Datei.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Cannot save to %1: there is no such folder.</source>
        <translation>Speichern nach %1 ist nicht möglich: Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>--quick and --deep exclude each other.</source>
        <translation>--quick und --deep schließen einander aus.</translation>
    </message>
    <message>
        <source>%1: asking the DNS</source>
        <translation>%1: DNS wird abgefragt</translation>
    </message>
    <message>
        <source>%1: %2 of %3 mail server addresses done</source>
        <translation>%1: %2 von %3 Mailserver-Adressen fertig</translation>
    </message>
    <message>
        <source>%1 of %2 domains done; %3</source>
        <translation>%1 von %2 Domains fertig; %3</translation>
    </message>
    <message>
        <source>Reads the domains from a file or standard input, one per line; # begins a comment line.</source>
        <translation>Liest die Domains aus einer Datei oder der Standardeingabe, eine pro Zeile; # beginnt eine Kommentarzeile.</translation>
    </message>
    <message>
        <source>Asks nothing beyond what a sender asks; the default for several domains.</source>
        <translation>Fragt nicht mehr ab, als ein sendender Server abfragt; Vorgabe bei mehreren Domains.</translation>
    </message>
    <message>
        <source>Domains at work at a time; 8 if not said otherwise.</source>
        <translation>So viele Domains gleichzeitig; Vorgabe 8.</translation>
    </message>
    <message>
        <source>For each DNS question, policy fetch and probe of an address; 20 if not said otherwise.</source>
        <translation>Zeitlimit für jede DNS-Abfrage, jeden Abruf einer Richtlinie und jede Prüfung einer Adresse; Vorgabe 20.</translation>
    </message>
    <message>
        <source>Asks this DNS resolver; recursive: asks from the root on. Otherwise the system&apos;s.</source>
        <translation>Fragt diesen DNS-Resolver; recursive: fragt ab der Wurzel selbst. Sonst der des Systems.</translation>
    </message>
    <message>
        <source>DNSSEC trust anchors instead of the system&apos;s.</source>
        <translation>DNSSEC-Vertrauensanker statt derer des Systems.</translation>
    </message>
    <message>
        <source>Root certificates instead of the system&apos;s.</source>
        <translation>Stammzertifikate statt derer des Systems.</translation>
    </message>
    <message>
        <source>Instead of 25.</source>
        <translation>Statt 25.</translation>
    </message>
    <message>
        <source>Instead of 443.</source>
        <translation>Statt 443.</translation>
    </message>
    <message>
        <source>Contacts IPv4 addresses only.</source>
        <translation>Kontaktiert nur IPv4-Adressen.</translation>
    </message>
    <message>
        <source>Contacts IPv6 addresses only.</source>
        <translation>Kontaktiert nur IPv6-Adressen.</translation>
    </message>
    <message>
        <source>Fetches policies and probes mail servers through this proxy. Where port 25 is blocked: ssh -D 1080 SERVER, then --proxy socks5://127.0.0.1:1080.</source>
        <translation>Ruft Richtlinien über diesen Proxy ab und prüft Mailserver über ihn. Wo Port 25 gesperrt ist: ssh -D 1080 SERVER, dann --proxy socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>Also contacts loopback, private and other special-purpose addresses.</source>
        <translation>Kontaktiert auch Loopback-Adressen, private und andere Adressen für besondere Zwecke.</translation>
    </message>
    <message>
        <source>What to call ourselves towards mail servers; otherwise this machine&apos;s full name.</source>
        <translation>Der Name, mit dem sich das Programm bei Mailservern meldet; sonst der volle Name dieses Rechners.</translation>
    </message>
    <message>
        <source>Asks the DNS, the policy host and every mail server of each domain, and says what a sending server would do, what is wrong, why, and how to mend it. An e-mail address or a URL counts as its domain.</source>
        <translation>Befragt zu jeder Domain das DNS, den Richtlinien-Host und alle Mailserver und sagt, was ein sendender Server täte, was nicht stimmt, warum, und wie es sich beheben lässt. Eine E-Mail-Adresse oder URL gilt als ihre Domain.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>das ist größer als %1</translation>
    </message>
    <message>
        <source>The option --at takes a time such as 2026-01-31T12:00:00Z, or now, not &quot;%1&quot;.</source>
        <translation>Die Option --at erwartet eine Zeit wie 2026-01-31T12:00:00Z oder now, nicht „%1“.</translation>
    </message>
    <message>
        <source>Judges dates at this time (RFC 3339, or now); without it at the time of the audit.</source>
        <translation>Beurteilt Fristen zu dieser Zeit (RFC 3339 oder now); sonst zur Zeit der Prüfung.</translation>
    </message>
    <message>
        <source>Judges saved evidence again, without the network.</source>
        <translation>Beurteilt gespeicherte Belege erneut, ohne das Netz.</translation>
    </message>
    <message>
        <source>Which evidence is to be judged? Name a file that audit --save wrote.</source>
        <translation>Welche Belege sollen beurteilt werden? Nennen Sie eine Datei, die audit --save geschrieben hat.</translation>
    </message>
    <message>
        <source>MTA-STS Studio: audits domains for MTA-STS, TLS-RPT, STARTTLS and the certificates of their mail servers.</source>
        <translation>MTA-STS Studio: prüft Domains auf MTA-STS, TLS-RPT, STARTTLS und die Zertifikate ihrer Mailserver.</translation>
    </message>
    <message>
        <source>mta-sts COMMAND --help tells more; mta-sts --version prints the version.</source>
        <translation>mta-sts COMMAND --help sagt mehr; mta-sts --version gibt die Version aus.</translation>
    </message>
    <message>
        <source>What is to be done? For example: mta-sts audit example.com.</source>
        <translation>Was soll geschehen? Zum Beispiel: mta-sts audit example.com.</translation>
    </message>
    <message>
        <source>Did you mean mta-sts %1 lint?</source>
        <translation>Meinten Sie mta-sts %1 lint?</translation>
    </message>
    <message>
        <source>The command comes before its options, as in mta-sts audit %1.</source>
        <translation>Der Befehl steht vor seinen Optionen, wie in mta-sts audit %1.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; did you mean mta-sts audit %1?</source>
        <translation>Es gibt keinen Befehl „%1“; meinten Sie mta-sts audit %1?</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot; here, only %2.</source>
        <translation>Die Sprache „%1“ gibt es hier nicht, nur %2.</translation>
    </message>
    <message>
        <source>%1 matches %2: the same name</source>
        <translation>%1 passt auf %2: derselbe Name</translation>
    </message>
    <message>
        <source>%1 matches %2: * stands for its first label</source>
        <translation>%1 passt auf %2: * steht für das erste Label</translation>
    </message>
    <message>
        <source>%1 does not match %2: * stands for exactly one label</source>
        <translation>%1 passt nicht auf %2: * steht für genau ein Label</translation>
    </message>
    <message>
        <source>%1 does not match %2: * stands for a label, and here is none</source>
        <translation>%1 passt nicht auf %2: * steht für ein Label, und hier ist keins</translation>
    </message>
    <message>
        <source>%1 does not match %2: that is no host name</source>
        <translation>%1 passt nicht auf %2: das ist kein Hostname</translation>
    </message>
    <message>
        <source>%1 does not match %2: another name</source>
        <translation>%1 passt nicht auf %2: ein anderer Name</translation>
    </message>
    <message>
        <source>%1 does not match %2</source>
        <translation>%1 passt nicht auf %2</translation>
    </message>
    <message>
        <source>Says whether the mx pattern of a policy covers host names (RFC 8461 §4.1).</source>
        <translation>Sagt, ob das mx-Muster einer Richtlinie Hostnamen abdeckt (RFC 8461 §4.1).</translation>
    </message>
    <message>
        <source>Exit status: 0 all match, 1 one does not, 2 wrong usage or not a pattern.</source>
        <translation>Exit-Status: 0 alle passen, 1 einer passt nicht, 2 falscher Aufruf oder kein Muster.</translation>
    </message>
    <message>
        <source>Name a pattern and at least one host.</source>
        <translation>Nennen Sie ein Muster und mindestens einen Host.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no mx pattern (RFC 8461 §3.2): %2.</source>
        <translation>„%1“ ist kein mx-Muster (RFC 8461 §3.2): %2.</translation>
    </message>
    <message>
        <source>text (default), json or ndjson.</source>
        <translation>text (Vorgabe), json oder ndjson.</translation>
    </message>
    <message>
        <source>%1: not a valid policy (RFC 8461 §3.2); senders ignore it.</source>
        <translation>%1: keine gültige Richtlinie (RFC 8461 §3.2); sendende Server ignorieren sie.</translation>
    </message>
    <message>
        <source>%1: a valid policy (RFC 8461 §3.2); mode %2, max_age %3, mx patterns: %4.</source>
        <translation>%1: eine gültige Richtlinie (RFC 8461 §3.2); mode %2, max_age %3, mx-Muster: %4.</translation>
    </message>
    <message>
        <source>Checks policy files (mta-sts.txt) by the grammar of RFC 8461 §3.2, octet by octet.</source>
        <translation>Prüft Richtliniendateien (mta-sts.txt) Byte für Byte nach der Grammatik von RFC 8461 §3.2.</translation>
    </message>
    <message>
        <source>Exit status: 0 all are valid, 1 one is not, 2 wrong usage or an unreadable file.</source>
        <translation>Exit-Status: 0 alle gültig, 1 etwas ungültig, 2 falscher Aufruf oder unlesbare Datei.</translation>
    </message>
    <message>
        <source>Which policy is to be checked? Name a file, or - for standard input.</source>
        <translation>Welche Richtlinie soll geprüft werden? Nennen Sie eine Datei oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>%1: neither an MTA-STS nor a TLS-RPT record.</source>
        <translation>%1: weder ein MTA-STS- noch ein TLS-RPT-Eintrag.</translation>
    </message>
    <message>
        <source>%1: a valid record, %2.</source>
        <translation>%1: ein gültiger Eintrag, %2.</translation>
    </message>
    <message>
        <source>%1: not a valid record, %2; senders ignore it.</source>
        <translation>%1: kein gültiger Eintrag, %2; sendende Server ignorieren ihn.</translation>
    </message>
    <message>
        <source>Checks TXT values of _mta-sts (RFC 8461 §3.1) and _smtp._tls (RFC 8460 §3). The octets of a file are one value, its strings joined, and nothing is stripped: not even a line end.</source>
        <translation>Prüft TXT-Werte von _mta-sts (RFC 8461 §3.1) und _smtp._tls (RFC 8460 §3). Die Bytes einer Datei sind ein Wert mit zusammengefügten Zeichenketten, und nichts wird entfernt: nicht einmal ein Zeilenende.</translation>
    </message>
    <message>
        <source>The value itself instead of a file.</source>
        <translation>Der Wert selbst statt einer Datei.</translation>
    </message>
    <message>
        <source>Name a file, - for standard input, or a value with --text.</source>
        <translation>Nennen Sie eine Datei, - für die Standardeingabe oder einen Wert mit --text.</translation>
    </message>
    <message>
        <source>Lists the rules of the catalogue, or tells everything about one.</source>
        <translation>Listet die Regeln des Katalogs auf oder sagt alles über eine.</translation>
    </message>
    <message>
        <source>Exit status: 0, or 2 when there is no such rule.</source>
        <translation>Exit-Status: 0, oder 2, wenn es die Regel nicht gibt.</translation>
    </message>
    <message>
        <source>Name one rule, or none to list them all.</source>
        <translation>Nennen Sie eine Regel oder keine, um alle aufzulisten.</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>Exit status: 2 wrong usage or an unusable input line; else 1 a finding at or above --fail-on; else 3 a domain could not be determined; else 0. With --fail-on never only 0 and 2.</source>
        <translation>Exit-Status: 2 falscher Aufruf oder unbrauchbare Eingabezeile; sonst 1 ein Befund ab der Stufe von --fail-on; sonst 3 eine Domain blieb unbestimmt; sonst 0. Mit --fail-on never nur 0 und 2.</translation>
    </message>
    <message>
        <source>text (default), json, ndjson, csv, pdf or html.</source>
        <translation>text (Vorgabe), json, ndjson, csv, pdf oder html.</translation>
    </message>
    <message>
        <source>Writes to FILE instead of standard output.</source>
        <translation>Schreibt nach FILE statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Leaves out findings of these rules; see mta-sts rules.</source>
        <translation>Lässt Befunde dieser Regeln weg; siehe mta-sts rules.</translation>
    </message>
    <message>
        <source>error (default), warning, note or never: what makes the exit status 1.</source>
        <translation>error (Vorgabe), warning, note oder never: was den Exit-Status 1 ergibt.</translation>
    </message>
    <message>
        <source>No progress and no closing line.</source>
        <translation>Kein Fortschritt und keine Schlusszeile.</translation>
    </message>
    <message>
        <source>Explanations and raw records too.</source>
        <translation>Auch Erklärungen und rohe Einträge.</translation>
    </message>
    <message>
        <source>No colours; the environment variable NO_COLOR does the same.</source>
        <translation>Keine Farben; die Umgebungsvariable NO_COLOR bewirkt dasselbe.</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot; to ignore; mta-sts rules lists them.</source>
        <translation>Es gibt keine Regel „%1“ zum Weglassen; mta-sts rules listet alle auf.</translation>
    </message>
    <message>
        <source>A PDF cannot be shown on a terminal; say where it goes with --output FILE.</source>
        <translation>Ein Terminal kann kein PDF zeigen; geben Sie mit --output FILE ein Ziel an.</translation>
    </message>
    <message>
        <source>The part of this program that writes PDFs is not installed (mta-sts-pdf).</source>
        <translation>Der Programmteil, der PDFs schreibt, ist nicht installiert (mta-sts-pdf).</translation>
    </message>
    <message>
        <source>Cannot write to %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Stopping. Press Ctrl-C again to end at once.</source>
        <translation>Wird beendet. Drücken Sie noch einmal Strg+C, um sofort abzubrechen.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>%1 See %2 --help.</source>
        <translation>%1 Siehe %2 --help.</translation>
    </message>
    <message>
        <source>%1 is not a valid policy (RFC 8461 §3.2), so it has no canonical form: try mta-sts policy fix first.</source>
        <translation>%1 ist keine gültige Richtlinie (RFC 8461 §3.2) und hat darum keine Normalform: Versuchen Sie zuerst mta-sts policy fix.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1: nothing to change.</source>
        <translation>%1: nichts zu ändern.</translation>
    </message>
    <message>
        <source>%1: changed; a valid policy (RFC 8461 §3.2) now.</source>
        <translation>%1: geändert; jetzt eine gültige Richtlinie (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>%1: changed; still not a valid policy (RFC 8461 §3.2).</source>
        <translation>%1: geändert; noch immer keine gültige Richtlinie (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>Which policy is meant? Name a file, or - for standard input.</source>
        <translation>Welche Richtlinie ist gemeint? Nennen Sie eine Datei, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Several files are changed with --in-place; standard output takes one.</source>
        <translation>Mehrere Dateien werden mit --in-place geändert; die Standardausgabe nimmt nur eine.</translation>
    </message>
    <message>
        <source>Standard input cannot be changed in place.</source>
        <translation>Die Standardeingabe lässt sich nicht an Ort und Stelle ändern.</translation>
    </message>
    <message>
        <source>Replaces the file, as a whole and at once; otherwise the result is printed and the file stays.</source>
        <translation>Ersetzt die Datei, als Ganzes und auf einmal; sonst wird das Ergebnis ausgegeben, und die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Mends in a policy file what was surely meant otherwise, and leaves all other bytes alone. A valid policy keeps its meaning.</source>
        <translation>Berichtigt in einer Richtliniendatei, was sicher anders gemeint war, und lässt alle anderen Bytes, wie sie sind. Eine gültige Richtlinie behält ihre Bedeutung.</translation>
    </message>
    <message>
        <source>Exit status: 0 the result is valid, 1 it is not, 2 wrong usage or an unreadable file.</source>
        <translation>Rückgabewert: 0 das Ergebnis ist gültig, 1 es ist es nicht, 2 falscher Aufruf oder eine unlesbare Datei.</translation>
    </message>
    <message>
        <source>Writes a valid policy in its canonical form: version, mode, mx, max_age, then extensions, with lines that end in CRLF. What it says does not change.</source>
        <translation>Schreibt eine gültige Richtlinie in ihrer Normalform: version, mode, mx, max_age, dann Erweiterungen, mit Zeilen, die auf CRLF enden. Was sie sagt, ändert sich nicht.</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 the policy is not valid, 2 wrong usage or an unreadable file.</source>
        <translation>Rückgabewert: 0 erledigt, 1 die Richtlinie ist nicht gültig, 2 falscher Aufruf oder eine unlesbare Datei.</translation>
    </message>
    <message>
        <source>Also asks what no sender asks, of every domain: the policy host where there is no record, misplaced records, report destinations, each authoritative name server, subdomains that take mail; of every mail server, with up to four connections more to each address, the certificate for the other kind of key (RSA or ECDSA) and TLS 1.0, 1.1 and 1.2.</source>
        <translation>Fragt auch, was kein Absender fragt, für jede Domain: den Richtlinien-Host, wo es keinen Eintrag gibt, falsch platzierte Einträge, Berichtsziele, jeden autoritativen Nameserver, Subdomains, die E-Mail annehmen; bei jedem Mailserver, mit bis zu vier weiteren Verbindungen je Adresse, das Zertifikat für die andere Art von Schlüssel (RSA oder ECDSA) sowie TLS 1.0, 1.1 und 1.2.</translation>
    </message>
    <message>
        <source>Where the authoritative name servers of a domain listen, instead of 53.</source>
        <translation>Wo die autoritativen Nameserver einer Domain lauschen, statt 53.</translation>
    </message>
    <message>
        <source>Saves the evidence; a folder for several domains. What an audit that stands there already has seen is carried on.</source>
        <translation>Speichert die Belege; bei mehreren Domains in einem Ordner. Was ein dort schon liegender Audit gesehen hat, wird weitergeführt.</translation>
    </message>
    <message>
        <source>Earlier saved audits, which are only read: tells what has changed since. In a folder those of a domain have names that begin with it.</source>
        <translation>Früher gespeicherte Audits, die nur gelesen werden: sagt, was sich seither geändert hat. In einem Ordner beginnen die Namen der Dateien mit der Domain.</translation>
    </message>
    <message>
        <source>%1 is only in %2.</source>
        <translation>%1 ist nur in %2.</translation>
    </message>
    <message>
        <source>Compares two saved audits of a domain, or files of several: verdict, findings, records, policy line by line, mail servers, certificates.</source>
        <translation>Vergleicht zwei gespeicherte Audits einer Domain oder Dateien mit mehreren: Urteil, Befunde, Einträge, Richtlinie Zeile für Zeile, Mailserver, Zertifikate.</translation>
    </message>
    <message>
        <source>Exit status: 0 nothing is different; 1 something is; 2 wrong usage or an unusable file.</source>
        <translation>Exit-Status: 0 nichts ist anders; 1 etwas ist anders; 2 falscher Aufruf oder unbrauchbare Datei.</translation>
    </message>
    <message>
        <source>Which two files are to be compared? Name the earlier one first.</source>
        <translation>Welche zwei Dateien sollen verglichen werden? Nennen Sie die frühere zuerst.</translation>
    </message>
    <message>
        <source>Also warns of mail server certificates that expire within so many days; saved with the evidence. 0, the default: not before the last 14 days.</source>
        <translation>Warnt auch vor Zertifikaten von Mailservern, die innerhalb so vieler Tage ablaufen; wird mit den Belegen gespeichert. 0, die Vorgabe: erst in den letzten 14 Tagen.</translation>
    </message>
    <message>
        <source>Did you mean mta-sts plan check?</source>
        <translation>Meinten Sie mta-sts plan check?</translation>
    </message>
    <message>
        <source>Shows what is as planned, too.</source>
        <translation>Zeigt auch, was wie geplant ist.</translation>
    </message>
    <message>
        <source>Holds what is live against plans: what is the same, differs, is missing or was not planned, which side looks right and why, and what to publish.</source>
        <translation>Hält Pläne gegen das, was in Betrieb ist: was gleich ist, abweicht, fehlt oder nicht geplant war, welche Seite richtig aussieht und warum, und was zu veröffentlichen ist.</translation>
    </message>
    <message>
        <source>Exit status: 2 wrong usage or an unusable file; else 1 something is not as planned; else 3 something could not be tested; else 0.</source>
        <translation>Exit-Status: 2 falscher Aufruf oder eine unbrauchbare Datei; sonst 1 etwas ist nicht wie geplant; sonst 3 etwas konnte nicht geprüft werden; sonst 0.</translation>
    </message>
    <message>
        <source>Which plan is it? Name its file.</source>
        <translation>Um welchen Plan geht es? Nennen Sie seine Datei.</translation>
    </message>
    <message>
        <source>Not in the plan: %1 %2. %3</source>
        <translation>Nicht im Plan: %1 %2. %3</translation>
    </message>
    <message>
        <source>The DNS gave no answer about %1 that can be used, so nothing was written. Try again later, or with another --resolver.</source>
        <translation>Das DNS gab über %1 keine brauchbare Antwort, daher wurde nichts geschrieben. Versuchen Sie es später noch einmal oder mit einem anderen --resolver.</translation>
    </message>
    <message>
        <source>Where the plan goes, - for standard output; otherwise DOMAIN.plan.json here.</source>
        <translation>Wohin der Plan geschrieben wird, - für die Standardausgabe; sonst DOMAIN.plan.json in diesem Ordner.</translation>
    </message>
    <message>
        <source>Writes a plan of a domain as it is now: record, policy, policy host, mail servers, reports, TLSA records. A file that is there already is not replaced.</source>
        <translation>Schreibt einen Plan der Domain, wie sie jetzt ist: Eintrag, Richtlinie, Richtlinien-Host, Mailserver, Berichte, TLSA-Einträge. Eine Datei, die es schon gibt, wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>Exit status: 0 written; 2 wrong usage or an unusable file; 3 the domain could not be looked up.</source>
        <translation>Exit-Status: 0 geschrieben; 2 falscher Aufruf oder eine unbrauchbare Datei; 3 die Domain konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>Which domain is the plan for? Name one.</source>
        <translation>Für welche Domain ist der Plan? Nennen Sie eine.</translation>
    </message>
    <message>
        <source>%1 is there already, and is not replaced. Choose another name with --output.</source>
        <translation>%1 gibt es schon und wird nicht ersetzt. Wählen Sie mit --output einen anderen Namen.</translation>
    </message>
    <message>
        <source>The plan is in %1.</source>
        <translation>Der Plan steht in %1.</translation>
    </message>
    <message>
        <source>Shows what would change, and writes nothing.</source>
        <translation>Zeigt, was sich ändern würde, und schreibt nichts.</translation>
    </message>
    <message>
        <source>Makes what is live the plan, and shows what was different. Notes, and what could not be looked up, stay as planned.</source>
        <translation>Macht das, was in Betrieb ist, zum Plan und zeigt, was anders war. Notizen und was nicht nachgeschlagen werden konnte bleiben wie geplant.</translation>
    </message>
    <message>
        <source>Exit status: 0 the plan is as the domain is, as far as it could be looked up; 1 something live cannot be planned; 2 wrong usage or an unusable file; 3 the domain could not be looked up.</source>
        <translation>Exit-Status: 0 der Plan ist wie die Domain, soweit sie nachgeschlagen werden konnte; 1 etwas, das in Betrieb ist, kann nicht geplant werden; 2 falscher Aufruf oder eine unbrauchbare Datei; 3 die Domain konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>%1 needs no change.</source>
        <translation>%1 braucht keine Änderung.</translation>
    </message>
    <message>
        <source>%1 was not changed (--dry-run).</source>
        <translation>%1 wurde nicht geändert (--dry-run).</translation>
    </message>
    <message>
        <source>%1 is now what is live.</source>
        <translation>%1 ist jetzt das, was in Betrieb ist.</translation>
    </message>
    <message>
        <source>%1 holds no audit of %2.</source>
        <translation>%1 enthält keine Prüfung von %2.</translation>
    </message>
    <message>
        <source>%1 of %2 domains done</source>
        <translation>%1 von %2 Domains fertig</translation>
    </message>
    <message>
        <source>Goes by a saved audit instead of asking the network: a file or folder that audit --save wrote.</source>
        <translation>Geht nach einer gespeicherten Prüfung, statt das Netz zu fragen: eine Datei oder ein Ordner, von audit --save geschrieben.</translation>
    </message>
    <message>
        <source>Asks as audit --deep does, which also finds out the zone.</source>
        <translation>Fragt wie audit --deep, was auch die Zone herausfindet.</translation>
    </message>
    <message>
        <source>Records are written as one of %1, not as &quot;%2&quot;.</source>
        <translation>Einträge werden als eines von %1 geschrieben, nicht als „%2“.</translation>
    </message>
    <message>
        <source>Writes everything that a plan asks for: the DNS records, the policy file, the configuration of the server that has it, a checklist, and the plan itself.</source>
        <translation>Schreibt alles, was ein Plan verlangt: die DNS-Einträge, die Richtliniendatei, die Konfiguration des Servers dafür, eine Checkliste und den Plan selbst.</translation>
    </message>
    <message>
        <source>Where to, -o for short: a folder, or a zip file when the name ends so. A new folder appears as a whole or not at all.</source>
        <translation>Wohin, kurz -o: in einen Ordner, oder in eine Zip-Datei, wenn der Name so endet. Ein neuer Ordner erscheint als Ganzes oder gar nicht.</translation>
    </message>
    <message>
        <source>The records in these forms alone, separated by commas: paste, bind, nsupdate, powershell, route53, cloudflare, terraform-cloudflare, terraform-route53, octodns, dnscontrol. A single one without --output is printed.</source>
        <translation>Nur die Einträge in diesen Formen, durch Kommas getrennt: paste, bind, nsupdate, powershell, route53, cloudflare, terraform-cloudflare, terraform-route53, octodns, dnscontrol. Eine einzelne ohne --output wird ausgegeben.</translation>
    </message>
    <message>
        <source>Overwrites files of the same names.</source>
        <translation>Überschreibt Dateien gleichen Namens.</translation>
    </message>
    <message>
        <source>Exit status: 0 written, 2 wrong usage, an unusable plan, or nothing could be written.</source>
        <translation>Beendigungsstatus: 0 geschrieben, 2 falscher Aufruf, ein unbrauchbarer Plan, oder nichts konnte geschrieben werden.</translation>
    </message>
    <message>
        <source>Name one plan.</source>
        <translation>Nennen Sie einen Plan.</translation>
    </message>
    <message>
        <source>Say where to write with --output, or which one form of the records to print with --records.</source>
        <translation>Sagen Sie mit --output, wohin geschrieben werden soll, oder mit --records, welche eine Form der Einträge ausgegeben werden soll.</translation>
    </message>
    <message>
        <source>One plan at a time, please; &quot;%1&quot; is too much.</source>
        <translation>Bitte nur ein Plan auf einmal; &quot;%1&quot; ist zu viel.</translation>
    </message>
    <message>
        <source>It could not be told how %1 is now (record, policy, mail servers), so no step is known to be safe. Try again later, or go by the plan&apos;s own history with --offline.</source>
        <translation>Es ließ sich nicht feststellen, wie es um %1 jetzt steht (Eintrag, Richtlinie, Mailserver), deshalb ist von keinem Schritt bekannt, dass er sicher ist. Versuchen Sie es später noch einmal, oder gehen Sie mit --offline von der Vorgeschichte im Plan aus.</translation>
    </message>
    <message>
        <source>text (default), json, or ics, a calendar file with the times of the steps.</source>
        <translation>text (Vorgabe), json oder ics, eine Kalenderdatei mit den Zeitpunkten der Schritte.</translation>
    </message>
    <message>
        <source>Goes by what the plan says was published instead of looking at the domain.</source>
        <translation>Geht von dem aus, was laut Plan veröffentlicht wurde, statt sich die Domain anzusehen.</translation>
    </message>
    <message>
        <source>Says what is to be done so that the domain becomes what the plan means, in which order, and not before when, so that no sender refuses mail on the way.</source>
        <translation>Sagt, was zu tun ist, damit die Domain so wird, wie der Plan es vorsieht, in welcher Reihenfolge und wann frühestens, damit unterwegs kein sendender Server E-Mail ablehnt.</translation>
    </message>
    <message>
        <source>Exit status: 0 these are the steps, perhaps none; 1 what is meant would lose mail; 2 wrong usage or an unusable file; 3 it could not be told how the domain is.</source>
        <translation>Rückgabewert: 0 das sind die Schritte, vielleicht keiner; 1 was vorgesehen ist, würde E-Mail verlieren; 2 falscher Aufruf oder eine unbrauchbare Datei; 3 es ließ sich nicht feststellen, wie es um die Domain steht.</translation>
    </message>
    <message>
        <source>The steps for one change of the domain as it is, instead of those to the plan: add-mx, remove-mx or replace-mx with mail servers, enforce, testing, max-age with seconds, policy-host with addresses or a name, remove. What belongs to it stands behind the file.</source>
        <translation>Die Schritte für eine einzelne Änderung der Domain, wie sie ist, statt derer zum Plan: add-mx, remove-mx oder replace-mx mit Mailservern, enforce, testing, max-age mit Sekunden, policy-host mit Adressen oder einem Namen, remove. Was dazugehört, steht hinter der Datei.</translation>
    </message>
    <message>
        <source>Reckons from this time (RFC 3339) instead of now.</source>
        <translation>Rechnet von diesem Zeitpunkt an (RFC 3339) statt von jetzt.</translation>
    </message>
    <message>
        <source>Either --offline or --from, please: they say different things of how the domain is now.</source>
        <translation>Bitte entweder --offline oder --from: Beide sagen Verschiedenes darüber, wie die Domain jetzt ist.</translation>
    </message>
    <message>
        <source>The evidence itself is not written over; name another file than %1.</source>
        <translation>Die Belege selbst werden nicht überschrieben; nennen Sie eine andere Datei als %1.</translation>
    </message>
    <message>
        <source>Written to %1. Names replaced: %2, addresses: %3, certificates: %4.</source>
        <translation>Geschrieben nach: %1. Ersetzte Namen: %2, Adressen: %3, Zertifikate: %4.</translation>
    </message>
    <message>
        <source>Writes saved evidence without the names, addresses, texts and certificates of real people and machines, to be given to others. It is judged as the original is; where it would not be, nothing is written.</source>
        <translation>Schreibt gespeicherte Belege ohne die Namen, Adressen, Texte und Zertifikate wirklicher Personen und Rechner, um sie weiterzugeben. Sie werden beurteilt wie das Original; wo sie es nicht würden, wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Writes what became of what, readable for you alone: for translating an answer back, not for giving away.</source>
        <translation>Schreibt auf, was aus was wurde, nur für Sie lesbar: um eine Antwort zurückzuübersetzen, nicht zum Weitergeben.</translation>
    </message>
    <message>
        <source>Exit status: 0 written; 1 nothing was written, because something would remain or be judged differently; 2 wrong usage, or a file that cannot be read or written.</source>
        <translation>Rückgabewert: 0 geschrieben; 1 nichts geschrieben, weil etwas übrig bliebe oder anders beurteilt würde; 2 falscher Aufruf oder eine Datei, die nicht gelesen oder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Name the evidence, and the file to write it to without its names.</source>
        <translation>Nennen Sie die Belege und die Datei, in die sie ohne Namen geschrieben werden sollen.</translation>
    </message>
    <message>
        <source>Evidence and map need a file each.</source>
        <translation>Belege und Zuordnung brauchen je eine eigene Datei.</translation>
    </message>
    <message>
        <source>y</source>
        <translation>j</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source> [y/N] </source>
        <translation> [j/N] </translation>
    </message>
    <message>
        <source>text (default), json, ndjson, csv or pdf.</source>
        <translation>text (Vorgabe), json, ndjson, csv oder pdf.</translation>
    </message>
    <message>
        <source>The DNS knows no domain %1, so the plan holds little more than its name.</source>
        <translation>Das DNS kennt keine Domain %1, daher enthält der Plan kaum mehr als ihren Namen.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>Es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>Take all this back?</source>
        <translation>All dies zurücknehmen?</translation>
    </message>
    <message>
        <source>Publish all this?</source>
        <translation>All dies veröffentlichen?</translation>
    </message>
    <message>
        <source>Nothing was changed: there is no terminal to ask on. Say --yes when the changes above are what you want.</source>
        <translation>Nichts wurde geändert: Es gibt kein Terminal für eine Rückfrage. Geben Sie --yes an, wenn Sie die Änderungen oben wollen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Taken back, and seen to be as it was before.</source>
        <translation>Zurückgenommen; geprüft: Alles ist, wie es vorher war.</translation>
    </message>
    <message>
        <source>Published, and seen to be there. --roll-back takes it back.</source>
        <translation>Veröffentlicht; geprüft: Alles ist da. --roll-back nimmt es zurück.</translation>
    </message>
    <message>
        <source>Not all was published. The same command goes on from here; --roll-back takes back what was done.</source>
        <translation>Es wurde nicht alles veröffentlicht. Derselbe Befehl macht von hier aus weiter; --roll-back nimmt zurück, was getan wurde.</translation>
    </message>
    <message>
        <source>Publishes a plan where that is standard: records by DNS UPDATE (RFC 2136) signed with TSIG, the policy file in a folder or by sftp. Shows the exact changes first and asks; what somebody else changed since is never overwritten; looks at the result; can take it back.</source>
        <translation>Veröffentlicht einen Plan, wo es dafür Standards gibt: Einträge mit DNS UPDATE (RFC 2136), signiert mit TSIG, die Richtliniendatei in einem Ordner oder per sftp. Zeigt zuerst die genauen Änderungen und fragt nach; was jemand anderes seither geändert hat, wird nie überschrieben; prüft das Ergebnis; kann es zurücknehmen.</translation>
    </message>
    <message>
        <source>Exit status: 0 all is as the plan says, or taken back; 1 it is not: dry run, no consent, or refused; 2 wrong usage or an unusable file; 3 nobody can say, or the policy is not served yet.</source>
        <translation>Exit-Status: 0 alles ist, wie der Plan sagt, oder zurückgenommen; 1 es ist nicht so: Probelauf, keine Zustimmung oder abgelehnt; 2 falscher Aufruf oder unbrauchbare Datei; 3 unklar, oder die Richtlinie wird noch nicht ausgeliefert.</translation>
    </message>
    <message>
        <source>--key-file FILE reads the key from a file, and --keep-key puts it into the keyring.</source>
        <translation>--key-file FILE liest den Schlüssel aus einer Datei, und --keep-key legt ihn in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The name server %1 does not say which of its zones holds %2. Name it with --zone.</source>
        <translation>Der Nameserver %1 sagt nicht, in welcher seiner Zonen %2 liegt. Nennen Sie sie mit --zone.</translation>
    </message>
    <message>
        <source>%1 is not in the zone %2.</source>
        <translation>%1 liegt nicht in der Zone %2.</translation>
    </message>
    <message>
        <source>The zone&apos;s primary name server, which takes DNS UPDATE over TCP.</source>
        <translation>Der primäre Nameserver der Zone, der DNS UPDATE über TCP annimmt.</translation>
    </message>
    <message>
        <source>The zone; otherwise that of the plan, or what the server says.</source>
        <translation>Die Zone; sonst die des Plans oder die, die der Server nennt.</translation>
    </message>
    <message>
        <source>The TSIG key of that name in the system&apos;s keyring.</source>
        <translation>Der TSIG-Schlüssel dieses Namens im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The TSIG key in a file as tsig-keygen writes it, which others must not be able to read.</source>
        <translation>Der TSIG-Schlüssel in einer Datei, wie tsig-keygen sie schreibt; andere dürfen sie nicht lesen können.</translation>
    </message>
    <message>
        <source>Keeps the key in the system&apos;s keyring once it has worked.</source>
        <translation>Legt den Schlüssel in den Schlüsselbund des Systems, sobald er funktioniert hat.</translation>
    </message>
    <message>
        <source>Writes the policy to DIR/.well-known/mta-sts.txt, or to DIR where that is a path to mta-sts.txt.</source>
        <translation>Schreibt die Richtlinie nach DIR/.well-known/mta-sts.txt, oder nach DIR, wenn das der Pfad einer mta-sts.txt ist.</translation>
    </message>
    <message>
        <source>The same on another machine, with the system&apos;s sftp and your own keys; no password is asked for.</source>
        <translation>Dasselbe auf einem anderen Rechner, mit dem sftp des Systems und Ihren eigenen Schlüsseln; nach einem Passwort wird nicht gefragt.</translation>
    </message>
    <message>
        <source>Settings of ssh instead of your own.</source>
        <translation>Einstellungen für ssh anstelle Ihrer eigenen.</translation>
    </message>
    <message>
        <source>Shows the exact changes and ends.</source>
        <translation>Zeigt die genauen Änderungen und endet.</translation>
    </message>
    <message>
        <source>Makes the changes without asking.</source>
        <translation>Macht die Änderungen ohne Rückfrage.</translation>
    </message>
    <message>
        <source>Takes back what the last publishing of this plan changed, kept in FILE.undo.</source>
        <translation>Nimmt zurück, was die letzte Veröffentlichung dieses Plans geändert hat; es steht in FILE.undo.</translation>
    </message>
    <message>
        <source>Changes the record without looking whether every address of the policy host shows the policy.</source>
        <translation>Ändert den Eintrag, ohne zu prüfen, ob jede Adresse des Richtlinien-Hosts die Richtlinie zeigt.</translation>
    </message>
    <message>
        <source>How long to look for that; 120 if not said otherwise.</source>
        <translation>Wie lange darauf gewartet wird; 120, wenn nichts anderes angegeben ist.</translation>
    </message>
    <message>
        <source>Looks for the policy through this proxy.</source>
        <translation>Prüft die Richtlinie über diesen Proxy.</translation>
    </message>
    <message>
        <source>Which plan is to be published? Name its file.</source>
        <translation>Welcher Plan soll veröffentlicht werden? Nennen Sie seine Datei.</translation>
    </message>
    <message>
        <source>Where is it to be published? Say --dns, --folder or --sftp.</source>
        <translation>Wo soll er veröffentlicht werden? Geben Sie --dns, --folder oder --sftp an.</translation>
    </message>
    <message>
        <source>--folder and --sftp exclude each other.</source>
        <translation>--folder und --sftp schließen einander aus.</translation>
    </message>
    <message>
        <source>--dns needs a key: either --key or --key-file.</source>
        <translation>--dns braucht einen Schlüssel: entweder --key oder --key-file.</translation>
    </message>
    <message>
        <source>--dry-run and --yes exclude each other.</source>
        <translation>--dry-run und --yes schließen einander aus.</translation>
    </message>
    <message>
        <source>Adds the plan on paper: policy, records, the steps by what the plan says was published, each with its earliest time from now, and the checklist.</source>
        <translation>Fügt den Plan zum Ausdrucken hinzu: Richtlinie, Einträge, die Schritte nach dem, was laut Plan veröffentlicht wurde, jeder mit seinem frühesten Zeitpunkt von jetzt an, und die Checkliste.</translation>
    </message>
    <message>
        <source>A PDF is written beside the other files: say where with --output.</source>
        <translation>Ein PDF kommt zu den anderen Dateien: Sagen Sie mit --output, wohin.</translation>
    </message>
    <message>
        <source>How long resolvers remember the MX records; without it a day, or as long as they say.</source>
        <translation>Wie lange Resolver sich die MX-Einträge merken; ohne diese Angabe einen Tag, oder so lange, wie sie sagen.</translation>
    </message>
    <message>
        <source>It could not be told how %1 is now (record, policy, mail servers): its dates go by what the plan says was published.</source>
        <translation>Es ließ sich nicht feststellen, wie %1 jetzt ist (Eintrag, Richtlinie, Mailserver): Die Termine gehen von dem aus, was laut Plan veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>What becomes due within so many days counts as due; 0 if not said otherwise.</source>
        <translation>Was innerhalb so vieler Tage fällig wird, zählt als fällig; ohne andere Angabe 0.</translation>
    </message>
    <message>
        <source>Tells only what is due, and nothing where nothing is: for cron.</source>
        <translation>Nennt nur, was fällig ist, und schweigt, wo nichts fällig ist: für cron.</translation>
    </message>
    <message>
        <source>Goes by what the plans say was published instead of looking at the domains.</source>
        <translation>Geht von dem aus, was laut den Plänen veröffentlicht wurde, statt sich die Domains anzusehen.</translation>
    </message>
    <message>
        <source>Says what is due of plans, and what comes next and when: the next step, another look after the time in mode testing, certificates that end.</source>
        <translation>Sagt, was in Plänen fällig ist und was als Nächstes kommt und wann: der nächste Schritt, ein weiterer Blick nach der Zeit im Modus testing, ablaufende Zertifikate.</translation>
    </message>
    <message>
        <source>Exit status: 2 wrong usage or an unusable file; else 1 something is due; else 3 it could not be told how a domain is; else 0.</source>
        <translation>Exit-Status: 2 falscher Aufruf oder unbrauchbare Datei; sonst 1 etwas ist fällig; sonst 3 es ließ sich nicht feststellen, wie eine Domain ist; sonst 0.</translation>
    </message>
    <message>
        <source>--new-keys-in-use says so.</source>
        <translation>Das sagt --new-keys-in-use.</translation>
    </message>
    <message>
        <source>Takes away the TLSA records of these mail servers that the plan does not have, although they were not published from here.</source>
        <translation>Nimmt die TLSA-Einträge dieser Mailserver weg, die der Plan nicht hat, obwohl sie nicht von hier veröffentlicht wurden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a mail server (--tlsa-of).</source>
        <translation>„%1“ ist kein Name eines Mailservers (--tlsa-of).</translation>
    </message>
    <message>
        <source>Mends in a TXT value of _mta-sts (RFC 8461 §3.1) or _smtp._tls (RFC 8460 §3) what was surely meant otherwise, and leaves all other bytes alone: the line of a zone file around it, misspelt names, delimiters, addresses without mailto:. No id and no address is made up.</source>
        <translation>Berichtigt in einem TXT-Wert von _mta-sts (RFC 8461 §3.1) oder _smtp._tls (RFC 8460 §3), was sicher anders gemeint war, und lässt alle anderen Bytes, wie sie sind: die Zeile einer Zonendatei darum, verschriebene Namen, Trennzeichen, Adressen ohne mailto:. Keine id und keine Adresse wird erfunden.</translation>
    </message>
    <message>
        <source>%1: changed; a valid record now.</source>
        <translation>%1: geändert; jetzt ein gültiger Eintrag.</translation>
    </message>
    <message>
        <source>%1: changed; still not a valid record.</source>
        <translation>%1: geändert; noch immer kein gültiger Eintrag.</translation>
    </message>
    <message>
        <source>--in-place changes files, and --text names none.</source>
        <translation>--in-place ändert Dateien, und --text nennt keine.</translation>
    </message>
    <message>
        <source>If you know that they have been so for longer, --mx-unchanged says it.</source>
        <translation>Wenn Sie wissen, dass sie schon länger so sind, sagt es --mx-unchanged.</translation>
    </message>
    <message>
        <source>The MX records have been as they are for as long as resolvers keep them, although that was not seen from here.</source>
        <translation>Die MX-Einträge sind so lange unverändert, wie Resolver sie behalten, auch wenn das von hier aus nicht zu sehen war.</translation>
    </message>
    <message>
        <source>All is as the plan says, and was seen to be so. --roll-back takes it back.</source>
        <translation>Alles ist so, wie der Plan es sagt, und es wurde nachgesehen. --roll-back nimmt es zurück.</translation>
    </message>
    <message>
        <source>Every address of the mail servers shows the keys that the TLSA records of the plan match: first records may come, and those of former keys may go (RFC 7671 §8.1).</source>
        <translation>Jede Adresse der Mailserver zeigt die Schlüssel, zu denen die TLSA-Einträge des Plans passen: Erste Einträge dürfen kommen, und die früherer Schlüssel dürfen gehen (RFC 7671 §8.1).</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Only the line ends are different, which senders do not mind.</source>
        <translation>Nur die Zeilenenden sind anders, und das stört Absender nicht.</translation>
    </message>
    <message>
        <source>Written differently, with the same meaning for senders.</source>
        <translation>Anders geschrieben, mit derselben Bedeutung für Absender.</translation>
    </message>
    <message>
        <source>The live record has further fields, which senders ignore.</source>
        <translation>Der Eintrag in Betrieb hat weitere Felder, die Absender nicht beachten.</translation>
    </message>
    <message>
        <source>The live record is split into several strings, which senders join.</source>
        <translation>Der Eintrag in Betrieb ist in mehrere Zeichenketten geteilt, die Absender zusammenfügen.</translation>
    </message>
    <message>
        <source>The preferences are other numbers in the same order, which is all that counts.</source>
        <translation>Die Präferenzen sind andere Zahlen in derselben Reihenfolge, und nur die zählt.</translation>
    </message>
    <message>
        <source>The domain says that it takes no mail (null MX).</source>
        <translation>Die Domain sagt, dass sie keine E-Mail annimmt (Null-MX).</translation>
    </message>
    <message>
        <source>No mail servers are planned, and there are no MX records.</source>
        <translation>Es sind keine Mailserver geplant, und es gibt keine MX-Einträge.</translation>
    </message>
    <message>
        <source>There is still a policy file, but no record announces it, so that senders do not ask for it.</source>
        <translation>Es gibt noch eine Richtliniendatei, aber kein Eintrag kündigt sie an, sodass Absender nicht danach fragen.</translation>
    </message>
    <message>
        <source>There is a policy file, and whether a record announces it is not known.</source>
        <translation>Es gibt eine Richtliniendatei, und ob ein Eintrag sie ankündigt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Senders do not get this file as it is served now. The audit of the domain says why.</source>
        <translation>Absender bekommen diese Datei nicht, so wie sie jetzt ausgeliefert wird. Die Prüfung der Domain sagt, warum.</translation>
    </message>
    <message>
        <source>The id is the same on both sides. Senders fetch a changed policy only when the id changes too (RFC 8461 §3.1).</source>
        <translation>Die id ist auf beiden Seiten dieselbe. Absender holen eine geänderte Richtlinie nur, wenn sich auch die id ändert (RFC 8461 §3.1).</translation>
    </message>
    <message>
        <source>The DNS gave no answer that can be used.</source>
        <translation>Das DNS gab keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>This was not asked for.</source>
        <translation>Danach wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Not asked for, or without an answer: senders look for TLSA records only where the addresses of a live mail server are signed with DNSSEC.</source>
        <translation>Nicht gefragt oder ohne Antwort: Absender suchen TLSA-Einträge nur dort, wo die Adressen eines Mailservers in Betrieb mit DNSSEC signiert sind.</translation>
    </message>
    <message>
        <source>The policy host was not asked, or could not be reached from here.</source>
        <translation>Der Richtlinien-Host wurde nicht gefragt oder war von hier nicht zu erreichen.</translation>
    </message>
    <message>
        <source>No certificate could be seen from here, or none that can be judged.</source>
        <translation>Von hier war kein Zertifikat zu sehen oder keines, das sich beurteilen lässt.</translation>
    </message>
    <message>
        <source>Nothing tells which side is right: whoever made the last change knows.</source>
        <translation>Nichts verrät, welche Seite richtig ist: Das weiß, wer zuletzt etwas geändert hat.</translation>
    </message>
    <message>
        <source>Either it is not published yet, or it was taken away.</source>
        <translation>Entweder ist es noch nicht veröffentlicht, oder es wurde weggenommen.</translation>
    </message>
    <message>
        <source>The plan looks right: what is live breaks the rules, and senders do not use it.</source>
        <translation>Der Plan sieht richtig aus: Was in Betrieb ist, bricht die Regeln, und Absender verwenden es nicht.</translation>
    </message>
    <message>
        <source>The plan looks right: there are several such records, and senders then use none of them.</source>
        <translation>Der Plan sieht richtig aus: Es gibt mehrere solche Einträge, und dann verwenden Absender keinen davon.</translation>
    </message>
    <message>
        <source>The plan looks right: the record announces a policy, and there is none.</source>
        <translation>Der Plan sieht richtig aus: Der Eintrag kündigt eine Richtlinie an, und es gibt keine.</translation>
    </message>
    <message>
        <source>Live looks right: it covers all live mail servers. The plan does not cover: {hosts}.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Es deckt alle Mailserver ab, die in Betrieb sind. Der Plan deckt nicht ab: {hosts}.</translation>
    </message>
    <message>
        <source>The plan looks right: it covers all live mail servers. Live does not cover: {hosts}.</source>
        <translation>Der Plan sieht richtig aus: Er deckt alle Mailserver ab, die in Betrieb sind. Die Richtlinie in Betrieb deckt nicht ab: {hosts}.</translation>
    </message>
    <message>
        <source>The plan looks right: live is in enforce, and senders would refuse these mail servers: {hosts}.</source>
        <translation>Der Plan sieht richtig aus: In Betrieb ist enforce, und Absender würden diese Mailserver ablehnen: {hosts}.</translation>
    </message>
    <message>
        <source>Live looks right: the plan is in enforce, and senders would refuse these mail servers: {hosts}.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Geplant ist enforce, und Absender würden diese Mailserver ablehnen: {hosts}.</translation>
    </message>
    <message>
        <source>The plan looks right: live is the policy that stood from {from} on and has been replaced since.</source>
        <translation>Der Plan sieht richtig aus: In Betrieb ist die Richtlinie, die ab {from} galt und seither ersetzt wurde.</translation>
    </message>
    <message>
        <source>Live looks right: the plan has the policy that stood from {from} on and has been replaced since.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Der Plan hat die Richtlinie, die ab {from} galt und seither ersetzt wurde.</translation>
    </message>
    <message>
        <source>Live looks right: the policy is the one planned, and senders know it by the id {live}.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Die Richtlinie ist die geplante, und Absender kennen sie unter der id {live}.</translation>
    </message>
    <message>
        <source>Live looks right, as its policy does.</source>
        <translation>Was in Betrieb ist, sieht richtig aus, so wie seine Richtlinie.</translation>
    </message>
    <message>
        <source>The plan looks right, as its policy does.</source>
        <translation>Der Plan sieht richtig aus, so wie seine Richtlinie.</translation>
    </message>
    <message>
        <source>The plan looks right: the live id {live} is older than {plan}.</source>
        <translation>Der Plan sieht richtig aus: Die id in Betrieb, {live}, ist älter als {plan}.</translation>
    </message>
    <message>
        <source>Live looks right: its id {live} is newer than {plan}.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Seine id {live} ist neuer als {plan}.</translation>
    </message>
    <message>
        <source>Live looks right: a policy already covers this mail server.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Eine Richtlinie deckt diesen Mailserver schon ab.</translation>
    </message>
    <message>
        <source>Live looks right: its records fit the certificate that the mail server shows, those of the plan do not.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Seine Einträge passen zum Zertifikat, das der Mailserver zeigt, die des Plans nicht.</translation>
    </message>
    <message>
        <source>The plan looks right: its records fit the certificate that the mail server shows, those that are live do not.</source>
        <translation>Der Plan sieht richtig aus: Seine Einträge passen zum Zertifikat, das der Mailserver zeigt, die in Betrieb nicht.</translation>
    </message>
    <message>
        <source>Live looks right: senders get a policy from there.</source>
        <translation>Was in Betrieb ist, sieht richtig aus: Absender bekommen von dort eine Richtlinie.</translation>
    </message>
    <message>
        <source>The mail server shows no certificate, because encryption does not come about. The audit of the domain says why.</source>
        <translation>Der Mailserver zeigt kein Zertifikat, weil keine Verschlüsselung zustande kommt. Die Prüfung der Domain sagt, warum.</translation>
    </message>
    <message>
        <source>The certificate does not fit, and no plan changes that. The audit of the domain says what is wrong with it.</source>
        <translation>Das Zertifikat passt nicht, und daran ändert kein Plan etwas. Die Prüfung der Domain sagt, was daran falsch ist.</translation>
    </message>
    <message>
        <source>Give the server a certificate that fits.</source>
        <translation>Geben Sie dem Server ein Zertifikat, das passt.</translation>
    </message>
    <message>
        <source>Make what is live the plan.</source>
        <translation>Machen Sie das, was in Betrieb ist, zum Plan.</translation>
    </message>
    <message>
        <source>Plan it too, or take it away in the order of RFC 8461 §8.3: senders may still go by the policy.</source>
        <translation>Planen Sie es auch, oder nehmen Sie es in der Reihenfolge von RFC 8461 §8.3 weg: Absender können sich noch nach der Richtlinie richten.</translation>
    </message>
    <message>
        <source>Plan it too, or take it away.</source>
        <translation>Planen Sie es auch, oder nehmen Sie es weg.</translation>
    </message>
    <message>
        <source>Publish what is planned.</source>
        <translation>Veröffentlichen Sie, was geplant ist.</translation>
    </message>
    <message>
        <source>Publish what is planned, or change the plan.</source>
        <translation>Veröffentlichen Sie, was geplant ist, oder ändern Sie den Plan.</translation>
    </message>
    <message>
        <source>What is live breaks the rules, so that it cannot be planned.</source>
        <translation>Was in Betrieb ist, bricht die Regeln und kann daher nicht geplant werden.</translation>
    </message>
    <message>
        <source>The record announces a policy, and there is none that could be planned.</source>
        <translation>Der Eintrag kündigt eine Richtlinie an, und es gibt keine, die geplant werden könnte.</translation>
    </message>
    <message>
        <source>The record announces a policy that is not known.</source>
        <translation>Der Eintrag kündigt eine Richtlinie an, die nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The policy has no record with an id that could be planned with it.</source>
        <translation>Die Richtlinie hat keinen Eintrag mit einer id, die mit ihr geplant werden könnte.</translation>
    </message>
    <message>
        <source>What is live has a name that no plan can hold.</source>
        <translation>Was in Betrieb ist, hat einen Namen, den kein Plan enthalten kann.</translation>
    </message>
    <message>
        <source>There are more of them than a plan can hold.</source>
        <translation>Es sind mehr, als ein Plan enthalten kann.</translation>
    </message>
    <message>
        <source>Senders ignore what is different.</source>
        <translation>Was anders ist, beachten Absender nicht.</translation>
    </message>
    <message>
        <source>The id is {live}, not {plan} as planned. It was changed after the policy had been announced, and it announces the same policy, so nothing is to be done: take it into the plan.</source>
        <translation>Die id lautet {live}, nicht wie geplant {plan}. Sie wurde geändert, nachdem die Richtlinie angekündigt war, und kündigt dieselbe Richtlinie an; es ist also nichts zu tun: Übernehmen Sie sie in den Plan.</translation>
    </message>
    <message>
        <source>The name still leads somewhere, but no policy is served there, so that senders find none. A record of its own may go; one that stands for all names (*) may stay.</source>
        <translation>Der Name führt noch irgendwohin, doch dort wird keine Richtlinie ausgeliefert, sodass sendende Server keine finden. Ein eigener Eintrag kann weg; einer, der für alle Namen steht (*), kann bleiben.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>line %1, was %2</source>
        <translation>Zeile %1, bisher %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
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
        <source>Check</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Findings as before</source>
        <translation>Befunde wie zuvor</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nichts ist anders.</translation>
    </message>
    <message>
        <source>Differences: %1. Findings: %2 gone, %3 new, %4 of another weight, %5 as before.</source>
        <translation>Unterschiede: %1. Befunde: %2 entfallen, %3 neu, %4 anders gewichtet, %5 wie zuvor.</translation>
    </message>
</context>
<context>
    <name>Deploy</name>
    <message>
        <source>MTA-STS for {domain}</source>
        <translation>MTA-STS für {domain}</translation>
    </message>
    <message>
        <source>The plan has no policy: {domain} is meant to be without MTA-STS.</source>
        <translation>Der Plan hat keine Richtlinie: {domain} soll ohne MTA-STS sein.</translation>
    </message>
    <message>
        <source>Do this from top to bottom. Short names are those within the zone {zone}; the folder records has the same in the form that your DNS takes.</source>
        <translation>Gehen Sie von oben nach unten vor. Kurze Namen gelten in der Zone {zone}; der Ordner records enthält dasselbe in der Form, die Ihr DNS nimmt.</translation>
    </message>
    <message>
        <source>The plan does not name the zone: {zone} is assumed. Where your DNS has another, the short names differ.</source>
        <translation>Der Plan nennt die Zone nicht: {zone} wird angenommen. Hat Ihr DNS eine andere, sind die kurzen Namen anders.</translation>
    </message>
    <message>
        <source>Lead {host} to the policy server</source>
        <translation>{host} zum Server der Richtlinie führen</translation>
    </message>
    <message>
        <source>Create the record of {host}, an address or an alias: the plan does not say which.</source>
        <translation>Legen Sie den Eintrag von {host} an, eine Adresse oder einen Alias: Der Plan sagt nicht, was von beidem.</translation>
    </message>
    <message>
        <source>Serve the policy</source>
        <translation>Die Richtlinie bereitstellen</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>https://{host}/.well-known/mta-sts.txt shows the policy, without a redirect and without a warning of the certificate.</source>
        <translation>https://{host}/.well-known/mta-sts.txt zeigt die Richtlinie, ohne Weiterleitung und ohne Warnung zum Zertifikat.</translation>
    </message>
    <message>
        <source>Every line is that of the file policy/.well-known/mta-sts.txt.</source>
        <translation>Jede Zeile ist die der Datei policy/.well-known/mta-sts.txt.</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>Das Zertifikat</translation>
    </message>
    <message>
        <source>What goes wrong easily</source>
        <translation>Was leicht schiefgeht</translation>
    </message>
    <message>
        <source>Ask for reports</source>
        <translation>Um Berichte bitten</translation>
    </message>
    <message>
        <source>Announce the policy</source>
        <translation>Die Richtlinie ankündigen</translation>
    </message>
    <message>
        <source>Only when everything before is done: from now on senders fetch the policy. It is the record in records/last. With every change of the policy the id has to change, after the file.</source>
        <translation>Erst, wenn alles davor erledigt ist: Von jetzt an holen Absender die Richtlinie. Es ist der Eintrag in records/last. Bei jeder Änderung der Richtlinie muss sich die id ändern, und zwar nach der Datei.</translation>
    </message>
    <message>
        <source>Publish the keys of the mail servers (TLSA)</source>
        <translation>Die Schlüssel der Mailserver veröffentlichen (TLSA)</translation>
    </message>
    <message>
        <source>They count in zones that are signed with DNSSEC, and they have to change before the keys do.</source>
        <translation>Sie zählen in Zonen, die mit DNSSEC signiert sind, und sie müssen sich vor den Schlüsseln ändern.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read the reports of at least two weeks. When they name no failure that is yours, change the mode to enforce, and the id.</source>
        <translation>Lesen Sie die Berichte von mindestens zwei Wochen. Nennen sie keinen Fehler, der bei Ihnen liegt, ändern Sie den Modus auf enforce, und die id.</translation>
    </message>
    <message>
        <source>Before a mail server gets a new name, the policy has to cover old and new names, until no sender remembers the policy before.</source>
        <translation>Bevor ein Mailserver einen neuen Namen bekommt, muss die Richtlinie alte und neue Namen abdecken, bis sich kein Absender mehr an die vorherige Richtlinie erinnert.</translation>
    </message>
    <message>
        <source>Leave record and policy where they are until no sender remembers the policy before; then both may go.</source>
        <translation>Lassen Sie Eintrag und Richtlinie, wo sie sind, bis sich kein Absender mehr an die vorherige Richtlinie erinnert; dann dürfen beide weg.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Ask your mail provider whether its servers show certificates for the names in your MX records, and whether these names may change without notice.</source>
        <translation>Fragen Sie Ihren Mailanbieter, ob seine Server Zertifikate für die Namen in Ihren MX-Einträgen zeigen und ob sich diese Namen ohne Ankündigung ändern können.</translation>
    </message>
    <message>
        <source>Your own servers</source>
        <translation>Ihre eigenen Server</translation>
    </message>
    <message>
        <source>List every mail server by its name, backup servers too. Each needs a certificate for that name that renews itself.</source>
        <translation>Nennen Sie jeden Mailserver mit seinem Namen, auch Ersatzserver. Jeder braucht ein Zertifikat für diesen Namen, das sich selbst erneuert.</translation>
    </message>
    <message>
        <source>Several providers</source>
        <translation>Mehrere Anbieter</translation>
    </message>
    <message>
        <source>Mail goes to servers of more than one provider. The policy has to cover all of them as long as they stand in the MX records.</source>
        <translation>Mail geht an Server mehrerer Anbieter. Die Richtlinie muss sie alle abdecken, solange sie in den MX-Einträgen stehen.</translation>
    </message>
    <message>
        <source>Google&apos;s servers show fitting certificates, and Google asks for a wildcard for its alternative servers. It does not serve the policy file: choose a host for it.</source>
        <translation>Googles Server zeigen passende Zertifikate, und Google wünscht für seine Ausweichserver einen Platzhalter. Die Richtliniendatei stellt Google nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>The server of your domain shows a fitting certificate. Its name changes when you turn on DNSSEC in Exchange Online; then the policy has to cover the new name first. Microsoft does not serve the policy file: choose a host for it.</source>
        <translation>Der Server Ihrer Domain zeigt ein passendes Zertifikat. Sein Name ändert sich, wenn Sie in Exchange Online DNSSEC einschalten; dann muss die Richtlinie zuerst den neuen Namen abdecken. Die Richtliniendatei stellt Microsoft nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>Proton&apos;s servers show fitting certificates and have DANE as well. Proton does not serve the policy file for domains of your own: choose a host for it.</source>
        <translation>Protons Server zeigen passende Zertifikate und haben auch DANE. Die Richtliniendatei stellt Proton für eigene Domains nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>Fastmail&apos;s servers show fitting certificates. Fastmail does not serve the policy file for domains of your own: choose a host for it.</source>
        <translation>Fastmails Server zeigen passende Zertifikate. Die Richtliniendatei stellt Fastmail für eigene Domains nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>Apple&apos;s servers show fitting certificates. Apple does not serve the policy file for domains of your own: choose a host for it.</source>
        <translation>Apples Server zeigen passende Zertifikate. Die Richtliniendatei stellt Apple für eigene Domains nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>The names of Zoho&apos;s servers depend on the region of your account: list those of your MX records. Zoho does not serve the policy file: choose a host for it.</source>
        <translation>Die Namen von Zohos Servern hängen von der Region Ihres Kontos ab: Nennen Sie die aus Ihren MX-Einträgen. Die Richtliniendatei stellt Zoho nicht bereit: Wählen Sie einen Server dafür.</translation>
    </message>
    <message>
        <source>Tuta serves the policy and renews its certificate for you: set the aliases that its help pages name, and choose delegation as the host.</source>
        <translation>Tuta stellt die Richtlinie für Sie bereit und erneuert ihr Zertifikat: Setzen Sie die Aliase, die Tutas Hilfeseiten nennen, und wählen Sie als Server, dass ein Anbieter sie bereitstellt.</translation>
    </message>
    <message>
        <source>Most web pages want names without the domain at the end, and values without quotes.</source>
        <translation>Die meisten Webseiten wollen Namen ohne die Domain am Ende und Werte ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put the lines into the zone file and raise the serial number, or send a dynamic update.</source>
        <translation>Tragen Sie die Zeilen in die Zonendatei ein und erhöhen Sie die Seriennummer, oder schicken Sie eine dynamische Aktualisierung.</translation>
    </message>
    <message>
        <source>The zone is served by more than one provider. Publish where it is edited, and see that all servers follow.</source>
        <translation>Die Zone wird von mehreren Anbietern bedient. Veröffentlichen Sie dort, wo sie bearbeitet wird, und achten Sie darauf, dass alle Server folgen.</translation>
    </message>
    <message>
        <source>Switch the proxy off (&quot;DNS only&quot;) for mta-sts, unless Cloudflare itself serves the policy.</source>
        <translation>Schalten Sie für mta-sts den Proxy ab („DNS only“), außer wenn Cloudflare selbst die Richtlinie bereitstellt.</translation>
    </message>
    <message>
        <source>The console wants TXT values in double quotes; the change batch has them.</source>
        <translation>Die Konsole will TXT-Werte in doppelten Anführungszeichen; die Änderungsliste hat sie.</translation>
    </message>
    <message>
        <source>az network dns zone import takes the zone file lines and leaves other records alone.</source>
        <translation>az network dns zone import nimmt die Zeilen der Zonendatei und lässt andere Einträge in Ruhe.</translation>
    </message>
    <message>
        <source>gcloud dns record-sets import --zone-file-format takes the zone file lines.</source>
        <translation>gcloud dns record-sets import --zone-file-format nimmt die Zeilen der Zonendatei.</translation>
    </message>
    <message>
        <source>The web page adds the domain itself: enter the short names, and values without quotes.</source>
        <translation>Die Webseite ergänzt die Domain selbst: Geben Sie die kurzen Namen ein, und Werte ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>The web page takes single records with short names, and imports zone file lines.</source>
        <translation>Die Webseite nimmt einzelne Einträge mit kurzen Namen und importiert Zeilen einer Zonendatei.</translation>
    </message>
    <message>
        <source>The text view of the zone takes the zone file lines; the form takes single records with short names.</source>
        <translation>Die Textansicht der Zone nimmt die Zeilen der Zonendatei; das Formular nimmt einzelne Einträge mit kurzen Namen.</translation>
    </message>
    <message>
        <source>Zones are signed there, so DANE works as well. The smallest TTL is an hour.</source>
        <translation>Dort sind Zonen signiert, also geht auch DANE. Die kleinste TTL ist eine Stunde.</translation>
    </message>
    <message>
        <source>Records of a subdomain are set at the subdomain: create mta-sts, _mta-sts and _smtp._tls there.</source>
        <translation>Einträge einer Subdomain werden bei der Subdomain gesetzt: Legen Sie dort mta-sts, _mta-sts und _smtp._tls an.</translation>
    </message>
    <message>
        <source>The zone that the records go into is not known.</source>
        <translation>Es ist nicht bekannt, in welche Zone die Einträge gehören.</translation>
    </message>
    <message>
        <source>&quot;{zone}&quot; is not the name of a zone.</source>
        <translation>„{zone}“ ist kein Name einer Zone.</translation>
    </message>
    <message>
        <source>{record} is not a record that could be published.</source>
        <translation>{record} ist kein Eintrag, der veröffentlicht werden könnte.</translation>
    </message>
    <message>
        <source>{record} does not belong into the zone {zone}.</source>
        <translation>{record} gehört nicht in die Zone {zone}.</translation>
    </message>
    <message>
        <source>{record} is an alias, and an alias bears no other record beside it.</source>
        <translation>{record} ist ein Alias, und neben einem Alias steht kein anderer Eintrag.</translation>
    </message>
    <message>
        <source>{record} holds something that {format} cannot express safely.</source>
        <translation>{record} enthält etwas, das {format} nicht sicher ausdrücken kann.</translation>
    </message>
    <message>
        <source>Name and value, to paste</source>
        <translation>Name und Wert zum Einfügen</translation>
    </message>
    <message>
        <source>Create each record on your DNS provider&apos;s web page. Most want the short name; some want the whole one. Older records of the same name and type must go: two of them together count as none.</source>
        <translation>Legen Sie jeden Eintrag auf der Webseite Ihres DNS-Anbieters an. Die meisten wollen den kurzen Namen, manche den ganzen. Ältere Einträge mit demselben Namen und Typ müssen weg: Zwei zusammen gelten als keiner.</translation>
    </message>
    <message>
        <source>Zone file lines (BIND, NSD, Knot)</source>
        <translation>Zeilen für die Zonendatei (BIND, NSD, Knot)</translation>
    </message>
    <message>
        <source>Put the lines into the zone file in place of older ones of the same names, raise the serial number, and reload the zone. Many providers import such a file too.</source>
        <translation>Setzen Sie die Zeilen in die Zonendatei, anstelle älterer mit denselben Namen, erhöhen Sie die Seriennummer und laden Sie die Zone neu. Auch viele Anbieter importieren eine solche Datei.</translation>
    </message>
    <message>
        <source>Dynamic update (nsupdate)</source>
        <translation>Dynamische Aktualisierung (nsupdate)</translation>
    </message>
    <message>
        <source>Run nsupdate -k KEYFILE records.nsupdate. It sends to the primary named in the SOA record, and replaces older records of the same names and types.</source>
        <translation>Rufen Sie nsupdate -k SCHLÜSSELDATEI records.nsupdate auf. Es schickt an den Primärserver, den der SOA-Eintrag nennt, und ersetzt ältere Einträge mit denselben Namen und Typen.</translation>
    </message>
    <message>
        <source>Windows DNS server (PowerShell)</source>
        <translation>DNS-Server von Windows (PowerShell)</translation>
    </message>
    <message>
        <source>Run it on the DNS server in a PowerShell with administrator rights. It replaces older records of the same names and types.</source>
        <translation>Führen Sie es auf dem DNS-Server in einer PowerShell mit Administratorrechten aus. Es ersetzt ältere Einträge mit denselben Namen und Typen.</translation>
    </message>
    <message>
        <source>Route 53 change batch (JSON)</source>
        <translation>Änderungsliste für Route 53 (JSON)</translation>
    </message>
    <message>
        <source>Run aws route53 change-resource-record-sets --hosted-zone-id ID --change-batch file://route53.json. It replaces older records of the same names and types. Where an alias makes way for addresses, or addresses for an alias, delete the older ones first.</source>
        <translation>Rufen Sie aws route53 change-resource-record-sets --hosted-zone-id ID --change-batch file://route53.json auf. Es ersetzt ältere Einträge mit denselben Namen und Typen. Wo ein Alias Adressen weicht oder Adressen einem Alias, löschen Sie zuerst die älteren.</translation>
    </message>
    <message>
        <source>Cloudflare API call (curl)</source>
        <translation>API-Aufruf für Cloudflare (curl)</translation>
    </message>
    <message>
        <source>Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID in the environment and run it with bash. It replaces older records of the same names and types, all at once.</source>
        <translation>Setzen Sie CLOUDFLARE_API_TOKEN und CLOUDFLARE_ZONE_ID in der Umgebung und führen Sie es mit bash aus. Es ersetzt ältere Einträge mit denselben Namen und Typen, alle auf einmal.</translation>
    </message>
    <message>
        <source>Terraform, for Cloudflare</source>
        <translation>Terraform, für Cloudflare</translation>
    </message>
    <message>
        <source>Put the file beside your others. Records that exist already are to be imported first, or deleted.</source>
        <translation>Legen Sie die Datei zu Ihren anderen. Einträge, die es schon gibt, sind vorher zu importieren oder zu löschen.</translation>
    </message>
    <message>
        <source>Terraform, for Route 53</source>
        <translation>Terraform, für Route 53</translation>
    </message>
    <message>
        <source>OctoDNS (YAML)</source>
        <translation>OctoDNS (YAML)</translation>
    </message>
    <message>
        <source>Merge the entries into the zone&apos;s YAML file, in place of older ones of the same names.</source>
        <translation>Fügen Sie die Abschnitte in die YAML-Datei der Zone ein, anstelle älterer mit denselben Namen.</translation>
    </message>
    <message>
        <source>DNSControl (JavaScript)</source>
        <translation>DNSControl (JavaScript)</translation>
    </message>
    <message>
        <source>Put it into dnsconfig.js behind the D(...) of the zone, and take older records of the same names out.</source>
        <translation>Setzen Sie es in dnsconfig.js hinter das D(...) der Zone, und nehmen Sie ältere Einträge mit denselben Namen heraus.</translation>
    </message>
    <message>
        <source>Before mode enforce</source>
        <translation>Vor dem Modus enforce</translation>
    </message>
</context>
<context>
    <name>DomainName</name>
    <message>
        <source>No domain was given. Type the part of an e-mail address after the @, for example example.com.</source>
        <translation>Es wurde keine Domain angegeben. Geben Sie den Teil einer E-Mail-Adresse nach dem @ ein, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>“%1…” is too long for a domain name: at most 253 characters are possible.</source>
        <translation>„%1…“ ist zu lang für einen Domainnamen: Höchstens 253 Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>“%1” is not a domain name: there is nothing between two of its dots.</source>
        <translation>„%1“ ist kein Domainname: Zwischen zwei Punkten steht nichts.</translation>
    </message>
    <message>
        <source>“%1” looks like an IP address. MTA-STS belongs to a mail domain: type its name.</source>
        <translation>„%1“ sieht wie eine IP-Adresse aus. MTA-STS gehört zu einer Maildomain: Geben Sie ihren Namen ein.</translation>
    </message>
    <message>
        <source>“%1” is not a domain name: labels have 1 to 63 letters, digits or inner hyphens each.</source>
        <translation>„%1“ ist kein Domainname: Jedes Label besteht aus 1 bis 63 Buchstaben, Ziffern oder Bindestrichen im Innern.</translation>
    </message>
    <message>
        <source>“%1” is a single label. Type the whole domain, for example example.com.</source>
        <translation>„%1“ ist nur ein einzelnes Label. Geben Sie die ganze Domain ein, zum Beispiel example.com.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 entries</source>
        <translation>Elemente: %1</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>Felder: %1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1 holds no audit.</source>
        <translation>%1 enthält keine Prüfung.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a list of domains.</source>
        <translation>%1 ist zu groß für eine Liste von Domains.</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>%1 is neither saved evidence nor a policy, record or list of domains.</source>
        <translation>%1 ist weder ein gespeicherter Beleg noch eine Richtlinie, ein Eintrag oder eine Liste von Domains.</translation>
    </message>
    <message>
        <source>%1 was not opened: the editor holds one text at a time.</source>
        <translation>%1 wurde nicht geöffnet: Der Editor hält immer nur einen Text.</translation>
    </message>
    <message>
        <source>%1 holds no audit of %2, but of %3. Only two audits of one domain can be compared; open the file to look at it.</source>
        <translation>%1 enthält keine Prüfung von %2, sondern von %3. Vergleichen lassen sich nur zwei Prüfungen derselben Domain; öffnen Sie die Datei, um sie anzusehen.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>The domain itself</source>
        <translation>Die Domain selbst</translation>
    </message>
    <message>
        <source>The record that announces the policy</source>
        <translation>Der Eintrag, der die Richtlinie ankündigt</translation>
    </message>
    <message>
        <source>The web server that serves the policy</source>
        <translation>Der Webserver, der die Richtlinie ausliefert</translation>
    </message>
    <message>
        <source>The policy file</source>
        <translation>Die Richtliniendatei</translation>
    </message>
    <message>
        <source>The mail servers</source>
        <translation>Die Mailserver</translation>
    </message>
    <message>
        <source>The certificates of the mail servers</source>
        <translation>Die Zertifikate der Mailserver</translation>
    </message>
    <message>
        <source>The reports from senders</source>
        <translation>Die Berichte der sendenden Server</translation>
    </message>
    <message>
        <source>Could not be tested</source>
        <translation>Ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity: message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Domain: %1</source>
        <translation>Domain: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Why it matters: %1</source>
        <translation>Warum es wichtig ist: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>Regel: %1</translation>
    </message>
</context>
<context>
    <name>Hosting</name>
    <message>
        <source>Not decided yet</source>
        <translation>Noch nicht entschieden</translation>
    </message>
    <message>
        <source>S3 with CloudFront</source>
        <translation>S3 mit CloudFront</translation>
    </message>
    <message>
        <source>A provider serves it (CNAME)</source>
        <translation>Ein Anbieter stellt sie bereit (CNAME)</translation>
    </message>
    <message>
        <source>The plan&apos;s domain is not a name that a policy host could have.</source>
        <translation>Die Domain des Plans ist kein Name, den ein Richtlinienserver haben könnte.</translation>
    </message>
    <message>
        <source>Nobody is chosen yet to serve the policy.</source>
        <translation>Es ist noch niemand gewählt, der die Richtlinie bereitstellt.</translation>
    </message>
    <message>
        <source>The policy host is to be an alias, but it is not said of what.</source>
        <translation>Der Richtlinienserver soll ein Alias sein, aber es ist nicht gesagt, wovon.</translation>
    </message>
    <message>
        <source>No policy file can say what the plan says.</source>
        <translation>Keine Richtliniendatei kann sagen, was der Plan sagt.</translation>
    </message>
    <message>
        <source>The plan has no policy: there is nothing to serve.</source>
        <translation>Der Plan hat keine Richtlinie: Es gibt nichts bereitzustellen.</translation>
    </message>
    <message>
        <source>The policy. It goes there octet for octet: lines that end in CRLF stay so.</source>
        <translation>Die Richtlinie. Sie kommt Byte für Byte dorthin: Zeilen, die auf CRLF enden, bleiben so.</translation>
    </message>
    <message>
        <source>Keeps git from changing the ends of lines. Lies at the root of the repository.</source>
        <translation>Hält git davon ab, Zeilenenden zu ändern. Liegt im obersten Ordner des Repositorys.</translation>
    </message>
    <message>
        <source>The service gets and renews the certificate for {host} by itself, once the name leads to it in the DNS. That may take an hour, rarely a day: until then senders cannot fetch the policy.</source>
        <translation>Der Dienst holt und erneuert das Zertifikat für {host} selbst, sobald der Name im DNS zu ihm führt. Das kann eine Stunde dauern, selten einen Tag: Bis dahin können Absender die Richtlinie nicht holen.</translation>
    </message>
    <message>
        <source>Where {domain} has CAA records, they have to allow the authority that the service uses.</source>
        <translation>Hat {domain} CAA-Einträge, müssen sie die Zertifizierungsstelle erlauben, die der Dienst verwendet.</translation>
    </message>
    <message>
        <source>Give {host} a site of its own. On a site with several names the service redirects all but the main one, and senders follow no redirect.</source>
        <translation>Geben Sie {host} eine eigene Website. Hat eine Website mehrere Namen, leitet der Dienst alle außer dem Hauptnamen weiter, und Absender folgen keiner Weiterleitung.</translation>
    </message>
    <message>
        <source>See that the file comes as text/plain and with status 200: a page that says &quot;not found&quot; with status 200 is no policy.</source>
        <translation>Achten Sie darauf, dass die Datei als text/plain und mit Status 200 kommt: Eine Seite, die mit Status 200 „nicht gefunden“ sagt, ist keine Richtlinie.</translation>
    </message>
    <message>
        <source>The whole service: it answers with the policy at its path, and with 404 everywhere else.</source>
        <translation>Der ganze Dienst: Er antwortet unter ihrem Pfad mit der Richtlinie und überall sonst mit 404.</translation>
    </message>
    <message>
        <source>Tells Cloudflare&apos;s command line to run it at {host}.</source>
        <translation>Sagt Cloudflares Kommandozeile, dass er unter {host} laufen soll.</translation>
    </message>
    <message>
        <source>Run npx wrangler deploy in the folder with both files. The zone of {domain} has to be at Cloudflare.</source>
        <translation>Rufen Sie in dem Ordner mit beiden Dateien npx wrangler deploy auf. Die Zone von {domain} muss bei Cloudflare sein.</translation>
    </message>
    <message>
        <source>Cloudflare makes the DNS record of {host} itself: there must be no other of that name before.</source>
        <translation>Cloudflare legt den DNS-Eintrag von {host} selbst an: Vorher darf es keinen anderen dieses Namens geben.</translation>
    </message>
    <message>
        <source>After each change of the policy, deploy again.</source>
        <translation>Stellen Sie nach jeder Änderung der Richtlinie neu bereit.</translation>
    </message>
    <message>
        <source>Cloudflare gets and renews the certificate for {host} by itself.</source>
        <translation>Cloudflare holt und erneuert das Zertifikat für {host} selbst.</translation>
    </message>
    <message>
        <source>Bot Fight Mode, challenges and rules of the firewall count for workers as well. Except {host} from them.</source>
        <translation>Bot Fight Mode, Abfragen an Besucher und Regeln der Firewall gelten auch für Worker. Nehmen Sie {host} davon aus.</translation>
    </message>
    <message>
        <source>Redirect rules of the zone come before the worker: none may catch {host}.</source>
        <translation>Weiterleitungsregeln der Zone kommen vor dem Worker: Keine darf {host} treffen.</translation>
    </message>
    <message>
        <source>Says which media type the policy has.</source>
        <translation>Sagt, welchen Medientyp die Richtlinie hat.</translation>
    </message>
    <message>
        <source>Without it Pages takes the site for an application with one page, and answers every path with that.</source>
        <translation>Ohne sie hält Pages die Website für eine Anwendung mit einer einzigen Seite und antwortet unter jedem Pfad mit dieser.</translation>
    </message>
    <message>
        <source>Run npx wrangler pages deploy public --project-name mta-sts, or connect a repository whose output folder is public.</source>
        <translation>Rufen Sie npx wrangler pages deploy public --project-name mta-sts auf, oder verbinden Sie ein Repository, dessen Ausgabeordner public ist.</translation>
    </message>
    <message>
        <source>Add {host} as a custom domain of the project first, and only then the CNAME record to the project&apos;s pages.dev name.</source>
        <translation>Fügen Sie {host} zuerst dem Projekt als eigene Domain hinzu, und erst dann den CNAME-Eintrag auf den Namen des Projekts unter pages.dev.</translation>
    </message>
    <message>
        <source>Access policies and preview protection may ask visitors to log in: not on {host}.</source>
        <translation>Zugriffsregeln und der Schutz von Vorschauen verlangen unter Umständen eine Anmeldung: nicht auf {host}.</translation>
    </message>
    <message>
        <source>An empty file. Without it folders whose names begin with a dot are not published.</source>
        <translation>Eine leere Datei. Ohne sie werden Ordner, deren Name mit einem Punkt beginnt, nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>The name that the site has.</source>
        <translation>Der Name, den die Website hat.</translation>
    </message>
    <message>
        <source>Put the files at the root of a repository of its own, and switch on Pages for its branch.</source>
        <translation>Legen Sie die Dateien in den obersten Ordner eines eigenen Repositorys, und schalten Sie Pages für seinen Zweig ein.</translation>
    </message>
    <message>
        <source>Set the CNAME record of {host} to your account&apos;s name at github.io, and wait until the settings of the repository call the domain verified.</source>
        <translation>Setzen Sie den CNAME-Eintrag von {host} auf den Namen Ihres Kontos unter github.io, und warten Sie, bis die Einstellungen des Repositorys die Domain als geprüft anzeigen.</translation>
    </message>
    <message>
        <source>Switch on &quot;Enforce HTTPS&quot; as soon as it can be chosen.</source>
        <translation>Schalten Sie „Enforce HTTPS“ ein, sobald es sich wählen lässt.</translation>
    </message>
    <message>
        <source>Verify {domain} in the settings of your account. Otherwise somebody else can serve a policy at {host} when the repository goes and the DNS record stays.</source>
        <translation>Bestätigen Sie {domain} in den Einstellungen Ihres Kontos. Sonst kann jemand anderes unter {host} eine Richtlinie bereitstellen, wenn das Repository verschwindet und der DNS-Eintrag bleibt.</translation>
    </message>
    <message>
        <source>Files are kept in caches for ten minutes: wait that long between a new policy and its new id.</source>
        <translation>Dateien liegen zehn Minuten in Zwischenspeichern: Warten Sie so lange zwischen einer neuen Richtlinie und ihrer neuen id.</translation>
    </message>
    <message>
        <source>Says what is published and which media type the policy has.</source>
        <translation>Sagt, was veröffentlicht wird und welchen Medientyp die Richtlinie hat.</translation>
    </message>
    <message>
        <source>Run netlify deploy --prod in the folder, or connect a repository with these files.</source>
        <translation>Rufen Sie in dem Ordner netlify deploy --prod auf, oder verbinden Sie ein Repository mit diesen Dateien.</translation>
    </message>
    <message>
        <source>Make {host} the primary domain of the site, and set its CNAME record to the site&apos;s name at netlify.app.</source>
        <translation>Machen Sie {host} zur Hauptdomain der Website, und setzen Sie den CNAME-Eintrag auf den Namen der Website unter netlify.app.</translation>
    </message>
    <message>
        <source>Password protection and bot protection may not catch {host}.</source>
        <translation>Ein Passwortschutz und der Schutz vor Bots dürfen {host} nicht treffen.</translation>
    </message>
    <message>
        <source>Azure does not publish a site without it.</source>
        <translation>Ohne sie veröffentlicht Azure keine Website.</translation>
    </message>
    <message>
        <source>Create a static web app whose app location is public, without a build; or run swa deploy public --env production.</source>
        <translation>Legen Sie eine statische Web-App an, deren App-Speicherort public ist, ohne Build; oder rufen Sie swa deploy public --env production auf.</translation>
    </message>
    <message>
        <source>Set the CNAME record of {host} to the app&apos;s name at azurestaticapps.net, and add {host} as a custom domain.</source>
        <translation>Setzen Sie den CNAME-Eintrag von {host} auf den Namen der App unter azurestaticapps.net, und fügen Sie {host} als benutzerdefinierte Domain hinzu.</translation>
    </message>
    <message>
        <source>A navigationFallback in the configuration answers every path with the start page: leave it out.</source>
        <translation>Ein navigationFallback in der Konfiguration antwortet unter jedem Pfad mit der Startseite: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Creates bucket and distribution, uploads the policy and prints the alias for the DNS.</source>
        <translation>Legt Bucket und Distribution an, lädt die Richtlinie hoch und gibt den Alias für das DNS aus.</translation>
    </message>
    <message>
        <source>The distribution that serves the bucket at {host}, by https alone.</source>
        <translation>Die Distribution, die den Bucket unter {host} bereitstellt, nur über https.</translation>
    </message>
    <message>
        <source>Lets this distribution, and nobody else, read the policy from the bucket.</source>
        <translation>Erlaubt dieser Distribution, und sonst niemandem, die Richtlinie aus dem Bucket zu lesen.</translation>
    </message>
    <message>
        <source>Ask for the certificate first, prove the domain with the DNS record that AWS names, and wait until it is issued.</source>
        <translation>Beantragen Sie zuerst das Zertifikat, weisen Sie die Domain mit dem DNS-Eintrag nach, den AWS nennt, und warten Sie, bis es ausgestellt ist.</translation>
    </message>
    <message>
        <source>Run setup.sh with CERTIFICATE_ARN in the environment. Then set the CNAME record of {host} to the name it prints.</source>
        <translation>Führen Sie setup.sh mit CERTIFICATE_ARN in der Umgebung aus. Setzen Sie dann den CNAME-Eintrag von {host} auf den Namen, den es ausgibt.</translation>
    </message>
    <message>
        <source>After each change of the policy: put the object again, then aws cloudfront create-invalidation --distribution-id ID --paths /.well-known/mta-sts.txt.</source>
        <translation>Nach jeder Änderung der Richtlinie: das Objekt neu hochladen, dann aws cloudfront create-invalidation --distribution-id ID --paths /.well-known/mta-sts.txt.</translation>
    </message>
    <message>
        <source>CloudFront takes certificates from the region us-east-1 alone. AWS renews them as long as the DNS record that proves the domain stays.</source>
        <translation>CloudFront nimmt nur Zertifikate aus der Region us-east-1. AWS erneuert sie, solange der DNS-Eintrag bleibt, der die Domain nachweist.</translation>
    </message>
    <message>
        <source>Where {domain} has CAA records, they have to allow amazon.com.</source>
        <translation>Hat {domain} CAA-Einträge, müssen sie amazon.com erlauben.</translation>
    </message>
    <message>
        <source>The website address of a bucket has no https for a name of your own: it is no substitute for CloudFront.</source>
        <translation>Die Website-Adresse eines Buckets kann für einen eigenen Namen kein https: Sie ersetzt CloudFront nicht.</translation>
    </message>
    <message>
        <source>A web ACL (AWS WAF) with bot rules on the distribution turns senders away.</source>
        <translation>Eine Web-ACL (AWS WAF) mit Bot-Regeln an der Distribution weist Absender ab.</translation>
    </message>
    <message>
        <source>Objects uploaded without --content-type come as binary/octet-stream.</source>
        <translation>Objekte, die ohne --content-type hochgeladen wurden, kommen als binary/octet-stream.</translation>
    </message>
    <message>
        <source>Ask the provider for both of its aliases: that of {host}, which is {alias}, and that of _mta-sts.{domain}.</source>
        <translation>Fragen Sie den Anbieter nach seinen beiden Aliasen: dem von {host}, der {alias} ist, und dem von _mta-sts.{domain}.</translation>
    </message>
    <message>
        <source>Before you set them, check what policy the provider serves, and that it covers your mail servers.</source>
        <translation>Prüfen Sie, bevor Sie sie setzen, welche Richtlinie der Anbieter bereitstellt und dass sie Ihre Mailserver abdeckt.</translation>
    </message>
    <message>
        <source>The provider needs a certificate for {host} itself, not for {alias}: it gets one by ACME once the alias is set.</source>
        <translation>Der Anbieter braucht ein Zertifikat für {host} selbst, nicht für {alias}: Er bekommt es mit ACME, sobald der Alias gesetzt ist.</translation>
    </message>
    <message>
        <source>Only the provider can change the policy, and then the id has to change with it: that is why _mta-sts.{domain} should be an alias as well.</source>
        <translation>Nur der Anbieter kann die Richtlinie ändern, und dann muss sich die id mit ihr ändern: Darum sollte auch _mta-sts.{domain} ein Alias sein.</translation>
    </message>
    <message>
        <source>When the contract ends, take the aliases out. What stays can be taken over by somebody else.</source>
        <translation>Endet der Vertrag, nehmen Sie die Aliase heraus. Was stehen bleibt, kann jemand anderes übernehmen.</translation>
    </message>
    <message>
        <source>The policy. Copy it as it is: lines that end in CRLF stay so.</source>
        <translation>Die Richtlinie. Kopieren Sie sie, wie sie ist: Zeilen, die auf CRLF enden, bleiben so.</translation>
    </message>
    <message>
        <source>Put the policy at /var/www/{host}/.well-known/mta-sts.txt, readable for the web server.</source>
        <translation>Legen Sie die Richtlinie unter /var/www/{host}/.well-known/mta-sts.txt ab, lesbar für den Webserver.</translation>
    </message>
    <message>
        <source>The certificate has to name {host} itself, as a subject alternative name, and come from an authority that everybody trusts. One for {domain} alone does not do.</source>
        <translation>Das Zertifikat muss {host} selbst nennen, als Subject Alternative Name, und von einer Stelle kommen, der alle vertrauen. Eines nur für {domain} genügt nicht.</translation>
    </message>
    <message>
        <source>It costs nothing by ACME, for example from Let&apos;s Encrypt: certbot certonly --standalone -d {host} before the server runs, later with --webroot --webroot-path /var/www/{host}. It then renews itself.</source>
        <translation>Es kostet mit ACME nichts, zum Beispiel von Let&apos;s Encrypt: certbot certonly --standalone -d {host}, bevor der Server läuft, später mit --webroot --webroot-path /var/www/{host}. Danach erneuert es sich selbst.</translation>
    </message>
    <message>
        <source>Where {domain} has CAA records, they have to allow that authority.</source>
        <translation>Hat {domain} CAA-Einträge, müssen sie diese Stelle erlauben.</translation>
    </message>
    <message>
        <source>Senders follow no redirect. No rule for the whole server may send {host} to www, to another name or to a login; a redirect from http to https does no harm, for they use https alone.</source>
        <translation>Absender folgen keiner Weiterleitung. Keine Regel für den ganzen Server darf {host} nach www, zu einem anderen Namen oder zu einer Anmeldung schicken; eine Weiterleitung von http nach https schadet nicht, denn sie verwenden nur https.</translation>
    </message>
    <message>
        <source>Protection against bots, limits on requests and application firewalls answer senders with something that is no policy. Leave {host} out of them.</source>
        <translation>Schutz vor Bots, Grenzen für Anfragen und Firewalls für Anwendungen antworten Absendern mit etwas, das keine Richtlinie ist. Nehmen Sie {host} davon aus.</translation>
    </message>
    <message>
        <source>Every address of {host} in the DNS has to serve the file, over IPv6 too.</source>
        <translation>Jede Adresse von {host} im DNS muss die Datei bereitstellen, auch über IPv6.</translation>
    </message>
    <message>
        <source>Nothing else belongs on {host}: every other path answers 404 here.</source>
        <translation>Sonst gehört nichts auf {host}: Jeder andere Pfad antwortet hier mit 404.</translation>
    </message>
    <message>
        <source>Goes to /etc/nginx/sites-available/, with a link to it in sites-enabled.</source>
        <translation>Kommt nach /etc/nginx/sites-available/, mit einem Verweis darauf in sites-enabled.</translation>
    </message>
    <message>
        <source>Check with nginx -t, then reload: systemctl reload nginx.</source>
        <translation>Prüfen Sie mit nginx -t und laden Sie neu: systemctl reload nginx.</translation>
    </message>
    <message>
        <source>nginx reads a renewed certificate when it is reloaded: certbot&apos;s --deploy-hook &quot;systemctl reload nginx&quot; sees to it.</source>
        <translation>nginx liest ein erneuertes Zertifikat, wenn es neu geladen wird: Dafür sorgt certbots --deploy-hook „systemctl reload nginx“.</translation>
    </message>
    <message>
        <source>Where nginx is built without IPv6, take the lines with [::] out.</source>
        <translation>Ist nginx ohne IPv6 gebaut, nehmen Sie die Zeilen mit [::] heraus.</translation>
    </message>
    <message>
        <source>Goes to /etc/apache2/sites-available/ (Debian) or /etc/httpd/conf.d/.</source>
        <translation>Kommt nach /etc/apache2/sites-available/ (Debian) oder /etc/httpd/conf.d/.</translation>
    </message>
    <message>
        <source>Switch on mod_ssl and mod_alias and the site: a2enmod ssl alias, a2ensite {host}. Check with apachectl configtest, then reload.</source>
        <translation>Schalten Sie mod_ssl, mod_alias und die Website ein: a2enmod ssl alias, a2ensite {host}. Prüfen Sie mit apachectl configtest und laden Sie neu.</translation>
    </message>
    <message>
        <source>Apache reads a renewed certificate when it is reloaded: certbot&apos;s --deploy-hook &quot;systemctl reload apache2&quot; sees to it.</source>
        <translation>Apache liest ein erneuertes Zertifikat, wenn er neu geladen wird: Dafür sorgt certbots --deploy-hook „systemctl reload apache2“.</translation>
    </message>
    <message>
        <source>Rules of mod_rewrite in the main configuration count for this site as well; a .htaccess file does not.</source>
        <translation>Regeln von mod_rewrite in der Hauptkonfiguration gelten auch für diese Website; eine Datei .htaccess nicht.</translation>
    </message>
    <message>
        <source>Add it to /etc/caddy/Caddyfile.</source>
        <translation>Fügen Sie es in /etc/caddy/Caddyfile ein.</translation>
    </message>
    <message>
        <source>Check with caddy validate, then reload: systemctl reload caddy.</source>
        <translation>Prüfen Sie mit caddy validate und laden Sie neu: systemctl reload caddy.</translation>
    </message>
    <message>
        <source>Caddy gets and renews the certificate for {host} by itself, once the name leads to this machine and ports 80 and 443 are open.</source>
        <translation>Caddy holt und erneuert das Zertifikat für {host} selbst, sobald der Name zu diesem Rechner führt und die Ports 80 und 443 offen sind.</translation>
    </message>
    <message>
        <source>Goes to C:\inetpub\{host}, the folder of a site of its own.</source>
        <translation>Kommt nach C:\inetpub\{host}, in den Ordner einer eigenen Website.</translation>
    </message>
    <message>
        <source>Creates the site and copies both files. Run it beside them, with administrator rights.</source>
        <translation>Legt die Website an und kopiert beide Dateien. Führen Sie es neben ihnen aus, mit Administratorrechten.</translation>
    </message>
    <message>
        <source>Run setup.ps1, or create a site for {host} by hand with https on port 443.</source>
        <translation>Führen Sie setup.ps1 aus, oder legen Sie von Hand eine Website für {host} mit https auf Port 443 an.</translation>
    </message>
    <message>
        <source>Choose the certificate in the https binding, with Server Name Indication required.</source>
        <translation>Wählen Sie das Zertifikat in der https-Bindung, und dass Server Name Indication erforderlich ist.</translation>
    </message>
    <message>
        <source>It costs nothing by ACME; win-acme knows IIS, puts the certificate into the binding and renews it.</source>
        <translation>Es kostet mit ACME nichts; win-acme kennt IIS, setzt das Zertifikat in die Bindung und erneuert es.</translation>
    </message>
    <message>
        <source>URL Rewrite rules of the server as a whole count for this site as well: exempt it from them.</source>
        <translation>Regeln von URL Rewrite für den ganzen Server gelten auch für diese Website: Nehmen Sie sie davon aus.</translation>
    </message>
    <message>
        <source>Explorer does not like a folder whose name begins with a dot; the script and mkdir make it.</source>
        <translation>Der Explorer mag keinen Ordner, dessen Name mit einem Punkt beginnt; das Skript und mkdir legen ihn an.</translation>
    </message>
    <message>
        <source>Goes to /etc/lighttpd/conf-available/, with a link to it in conf-enabled.</source>
        <translation>Kommt nach /etc/lighttpd/conf-available/, mit einem Verweis darauf in conf-enabled.</translation>
    </message>
    <message>
        <source>The modules mod_access and mod_openssl (on Debian the package lighttpd-mod-openssl) have to be in server.modules. Check with lighttpd -tt -f /etc/lighttpd/lighttpd.conf, then restart.</source>
        <translation>Die Module mod_access und mod_openssl (unter Debian das Paket lighttpd-mod-openssl) müssen in server.modules stehen. Prüfen Sie mit lighttpd -tt -f /etc/lighttpd/lighttpd.conf und starten Sie neu.</translation>
    </message>
    <message>
        <source>Where https is configured already, leave its blocks as they are and put the two lines with the certificate into the block for {host}.</source>
        <translation>Ist https schon eingerichtet, lassen Sie dessen Blöcke, wie sie sind, und setzen Sie die beiden Zeilen mit dem Zertifikat in den Block für {host}.</translation>
    </message>
    <message>
        <source>lighttpd reads a renewed certificate when it is restarted: certbot&apos;s --deploy-hook &quot;systemctl restart lighttpd&quot; sees to it.</source>
        <translation>lighttpd liest ein erneuertes Zertifikat, wenn es neu gestartet wird: Dafür sorgt certbots --deploy-hook „systemctl restart lighttpd“.</translation>
    </message>
    <message>
        <source>A rule like url.redirect for all hosts counts for this one as well.</source>
        <translation>Eine Regel wie url.redirect für alle Namen gilt auch für diesen.</translation>
    </message>
    <message>
        <source>The policy. Goes to /etc/haproxy/mta-sts/; HAProxy serves it from memory.</source>
        <translation>Die Richtlinie. Kommt nach /etc/haproxy/mta-sts/; HAProxy stellt sie aus dem Speicher bereit.</translation>
    </message>
    <message>
        <source>Add it to /etc/haproxy/haproxy.cfg.</source>
        <translation>Fügen Sie es in /etc/haproxy/haproxy.cfg ein.</translation>
    </message>
    <message>
        <source>Where a frontend for port 443 is there already, put the two acl lines and the first http-request line into it, before all others, and the certificate into its folder.</source>
        <translation>Gibt es schon ein Frontend für Port 443, setzen Sie die beiden acl-Zeilen und die erste http-request-Zeile dort hinein, vor alle anderen, und das Zertifikat in dessen Ordner.</translation>
    </message>
    <message>
        <source>Check with haproxy -c -f /etc/haproxy/haproxy.cfg, then reload: systemctl reload haproxy. After each change of the policy as well.</source>
        <translation>Prüfen Sie mit haproxy -c -f /etc/haproxy/haproxy.cfg und laden Sie neu: systemctl reload haproxy. Auch nach jeder Änderung der Richtlinie.</translation>
    </message>
    <message>
        <source>HAProxy wants certificate chain and key in one file, /etc/haproxy/certs/{host}.pem: the files fullchain.pem and privkey.pem one after the other, made anew by certbot&apos;s --deploy-hook.</source>
        <translation>HAProxy will Zertifikatskette und Schlüssel in einer Datei, /etc/haproxy/certs/{host}.pem: die Dateien fullchain.pem und privkey.pem hintereinander, von certbots --deploy-hook jedes Mal neu gemacht.</translation>
    </message>
    <message>
        <source>A line http-request redirect that stands before these lines wins: put them first.</source>
        <translation>Eine Zeile http-request redirect, die vor diesen Zeilen steht, gewinnt: Setzen Sie sie nach vorn.</translation>
    </message>
    <message>
        <source>A cache or proxy in front of the server may keep the file for a few minutes at most: senders that see a new id fetch the policy at once, and hold on to what they get.</source>
        <translation>Ein Zwischenspeicher oder Proxy vor dem Server darf die Datei höchstens einige Minuten behalten: Absender, die eine neue id sehen, holen die Richtlinie sofort und behalten, was sie bekommen.</translation>
    </message>
    <message>
        <source>When the file is not there the answer has to be an error. An error page of your own that comes with status 200 is taken for a broken policy.</source>
        <translation>Fehlt die Datei, muss die Antwort ein Fehler sein. Eine eigene Fehlerseite, die mit Status 200 kommt, gilt als kaputte Richtlinie.</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>The part of this program that speaks to the keyring is not installed.</source>
        <translation>Der Teil dieses Programms, der mit dem Schlüsselbund spricht, ist nicht installiert.</translation>
    </message>
    <message>
        <source>The keyring has no key &quot;%1&quot;.</source>
        <translation>Im Schlüsselbund ist kein Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>There is no keyring in this session.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keyring was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keyring failed: %1</source>
        <translation>Der Schlüsselbund meldet einen Fehler: %1</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>the live side</source>
        <translation>das, was im Netz steht</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>der Plan</translation>
    </message>
    <message>
        <source>nothing tells</source>
        <translation>nicht zu erkennen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>policy host, type of record</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is compared, name of a host or record</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Looks right</source>
        <translation>Sieht richtig aus</translation>
    </message>
</context>
<context>
    <name>MailServers</name>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>offered, then refused</source>
        <translation>angeboten, dann abgelehnt</translation>
    </message>
    <message>
        <source>text injected</source>
        <translation>Text eingeschleust</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>get no connection</source>
        <translation>keine Verbindung bekommen</translation>
    </message>
    <message>
        <source>refuse to deliver</source>
        <translation>Zustellung verweigern</translation>
    </message>
    <message>
        <source>deliver, protected by DANE</source>
        <translation>zustellen, geschützt durch DANE</translation>
    </message>
    <message>
        <source>deliver, without protection</source>
        <translation>zustellen, ohne Schutz</translation>
    </message>
    <message>
        <source>deliver, and report a failure</source>
        <translation>zustellen, Fehler melden</translation>
    </message>
    <message>
        <source>deliver</source>
        <translation>zustellen</translation>
    </message>
    <message>
        <source>by no pattern</source>
        <translation>keinem Muster</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>keine Richtlinie</translation>
    </message>
    <message>
        <source>Host and address</source>
        <translation>Host und Adresse</translation>
    </message>
    <message>
        <source>A sender would</source>
        <translation>Sender würde</translation>
    </message>
    <message>
        <source>Covered by</source>
        <translation>Abgedeckt von</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Präferenz</translation>
    </message>
    <message>
        <source>Not contacted: the address is not a public one. Allow private addresses in the preferences to test it.</source>
        <translation>Nicht kontaktiert: Die Adresse ist keine öffentliche. Lassen Sie in den Einstellungen private Adressen zu, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>Not contacted: this kind of address is switched off in the preferences.</source>
        <translation>Nicht kontaktiert: Diese Art von Adressen ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Not contacted: the audit was stopped.</source>
        <translation>Nicht kontaktiert: Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Not contacted.</source>
        <translation>Nicht kontaktiert.</translation>
    </message>
    <message>
        <source>This machine has no way to that kind of address.</source>
        <translation>Dieser Rechner hat keinen Weg zu Adressen dieser Art.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>There is no route to this address.</source>
        <translation>Zu dieser Adresse führt keine Route.</translation>
    </message>
    <message>
        <source>The server cut the connection.</source>
        <translation>Der Server brach die Verbindung ab.</translation>
    </message>
    <message>
        <source>The server stopped answering.</source>
        <translation>Der Server antwortete nicht mehr.</translation>
    </message>
    <message>
        <source>No answer: the server is down, or port 25 is blocked on the way.</source>
        <translation>Keine Antwort: Der Server ist ausgefallen, oder Port 25 ist unterwegs gesperrt.</translation>
    </message>
    <message>
        <source>The proxy did not work: %1</source>
        <translation>Der Proxy funktionierte nicht: %1</translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1</source>
        <translation>Der TLS-Handshake schlug fehl: %1</translation>
    </message>
    <message>
        <source>%1 with %2, %3 in all.</source>
        <comment>TLS version, cipher, time</comment>
        <translation>%1 mit %2, insgesamt %3.</translation>
    </message>
    <message>
        <source>The conversation ended without encryption after %1.</source>
        <translation>Der Dialog endete nach %1 ohne Verschlüsselung.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>we</source>
        <translation>wir</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>RSA key</source>
        <translation>RSA-Schlüssel</translation>
    </message>
    <message>
        <source>ECDSA key</source>
        <translation>ECDSA-Schlüssel</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Configure and audit domains for MTA-STS.</source>
        <translation>Richtet Domains für MTA-STS ein und prüft sie.</translation>
    </message>
    <message>
        <source>Audit the domains in the practice world on this computer; without a domain, show the list of them.</source>
        <translation>Prüft die Domains der Übungswelt auf diesem Computer; ohne Domain: zeigt ihre Liste.</translation>
    </message>
    <message>
        <source>Files of saved evidence to open, or domains to audit.</source>
        <translation>Dateien mit gespeicherten Belegen zum Öffnen oder Domains zum Prüfen.</translation>
    </message>
    <message>
        <source>MTA-STS Studio</source>
        <translation>MTA-STS Studio</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>&quot;%1&quot; cannot be an EHLO name. Use a host name such as mail.example.com, or an address in brackets such as [192.0.2.1].</source>
        <translation>„%1“ kann kein EHLO-Name sein. Verwenden Sie einen Hostnamen wie mail.example.com oder eine Adresse in Klammern wie [192.0.2.1].</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remind me tomorrow</source>
        <translation>Morgen erinnern</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>“%1” is not a mail domain. Write its name, for example example.com.</source>
        <translation>„%1“ ist keine Mail-Domain. Schreiben Sie ihren Namen, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>The zone “%1” cannot hold the records of this domain. Name the domain itself or one above it, or leave it empty.</source>
        <translation>Die Zone „%1“ kann die Einträge dieser Domain nicht enthalten. Nennen Sie die Domain selbst oder eine darüber, oder lassen Sie das leer.</translation>
    </message>
    <message>
        <source>%1 is no time to live (TTL). Use seconds, for example 3600.</source>
        <translation>%1 ist keine Lebensdauer (TTL). Verwenden Sie Sekunden, zum Beispiel 3600.</translation>
    </message>
    <message>
        <source>A policy cannot be kept for %1 seconds (max_age). Use 0 to 31557600, for example 604800, a week.</source>
        <translation>Eine Richtlinie kann nicht %1 Sekunden lang behalten werden (max_age). Verwenden Sie 0 bis 31557600, zum Beispiel 604800, eine Woche.</translation>
    </message>
    <message>
        <source>The policy names no mail server (mx). Senders would not use it: name at least one.</source>
        <translation>Die Richtlinie nennt keinen Mailserver (mx). Absender würden sie nicht verwenden: Nennen Sie mindestens einen.</translation>
    </message>
    <message>
        <source>“%1” is neither the name of a mail server nor a pattern (mx). Write it in lower case, such as mx1.example.com or *.example.com.</source>
        <translation>„%1“ ist weder der Name eines Mailservers noch ein Muster (mx). Schreiben Sie es klein, etwa mx1.example.com oder *.example.com.</translation>
    </message>
    <message>
        <source>One of the policy&apos;s further fields cannot be written so that senders read it, or the policy is too large. Remove fields that nobody needs.</source>
        <translation>Eines der weiteren Felder der Richtlinie lässt sich nicht so schreiben, dass Absender es lesen, oder die Richtlinie ist zu groß. Entfernen Sie Felder, die niemand braucht.</translation>
    </message>
    <message>
        <source>“%1” stands here twice. Once is enough.</source>
        <translation>„%1“ steht hier zweimal. Einmal genügt.</translation>
    </message>
    <message>
        <source>There is an id, “%1”, but no policy that it could announce. Leave it empty, or add a policy.</source>
        <translation>Es gibt eine id, „%1“, aber keine Richtlinie, die sie ankündigen könnte. Lassen Sie sie leer, oder fügen Sie eine Richtlinie hinzu.</translation>
    </message>
    <message>
        <source>The record has no id. Senders need one to see that the policy has changed: use the date and time, for example 20260131T120000.</source>
        <translation>Der Eintrag hat keine id. Absender brauchen eine, um zu sehen, dass sich die Richtlinie geändert hat: Verwenden Sie Datum und Uhrzeit, zum Beispiel 20260131T120000.</translation>
    </message>
    <message>
        <source>“%1” is no id of a record. Use 1 to 32 letters and digits, for example 20260131T120000.</source>
        <translation>„%1“ ist keine id eines Eintrags. Verwenden Sie 1 bis 32 Buchstaben und Ziffern, zum Beispiel 20260131T120000.</translation>
    </message>
    <message>
        <source>“%1” is no name of a mail server. Write it in lower case without a final dot, such as mx1.example.com.</source>
        <translation>„%1“ ist kein Name eines Mailservers. Schreiben Sie ihn klein und ohne Punkt am Ende, etwa mx1.example.com.</translation>
    </message>
    <message>
        <source>Reports cannot be sent to “%1”. Write an address such as mailto:tlsrpt@example.com or https://example.com/tlsrpt.</source>
        <translation>An „%1“ können keine Berichte gesandt werden. Schreiben Sie eine Adresse wie mailto:tlsrpt@example.com oder https://example.com/tlsrpt.</translation>
    </message>
    <message>
        <source>The policy host cannot be an alias of “%1”. Write the name that the provider told you, in lower case without a final dot.</source>
        <translation>Der Richtlinien-Host kann kein Alias von „%1“ sein. Schreiben Sie den Namen, den der Anbieter Ihnen genannt hat, klein und ohne Punkt am Ende.</translation>
    </message>
    <message>
        <source>The policy host is meant to be an alias of %1 and to have addresses as well. A name has one or the other (RFC 1034 §3.6.2): remove the alias or the addresses.</source>
        <translation>Der Richtlinien-Host soll ein Alias von %1 sein und zugleich Adressen haben. Ein Name hat das eine oder das andere (RFC 1034 §3.6.2): Entfernen Sie den Alias oder die Adressen.</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 or IPv6 address that others could use.</source>
        <translation>„%1“ ist keine IPv4- oder IPv6-Adresse, die andere verwenden könnten.</translation>
    </message>
    <message>
        <source>This TLSA record has no data, or more than a plan can hold. Write the digest in hexadecimal digits.</source>
        <translation>Dieser TLSA-Eintrag hat keine Daten oder mehr, als ein Plan enthalten kann. Schreiben Sie den Hashwert in hexadezimalen Ziffern.</translation>
    </message>
    <message>
        <source>The notes are longer than 64 KiB, or are no text. Shorten them.</source>
        <translation>Die Notizen sind länger als 64 KiB oder kein Text. Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>The time from which this was published is missing, or earlier than that of the entry before it. The earliest comes first.</source>
        <translation>Die Zeit, ab der dies veröffentlicht war, fehlt oder liegt vor der des vorigen Eintrags. Der früheste steht zuerst.</translation>
    </message>
    <message>
        <source>This was replaced before it was published, or it still stands although another one came later. Mend the time, or leave it out in the last entry only.</source>
        <translation>Dies wurde ersetzt, bevor es veröffentlicht war, oder es gilt noch, obwohl später ein anderes kam. Berichtigen Sie die Zeit, oder lassen Sie sie nur im letzten Eintrag weg.</translation>
    </message>
    <message>
        <source>There are more than %1 of them, more than a plan can hold.</source>
        <translation>Es sind mehr als %1, mehr als ein Plan enthalten kann.</translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message>
        <source>%1: %2</source>
        <comment>when and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>after that</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>due: %1</source>
        <translation>fällig: %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>put off, %1: %2</source>
        <comment>until when, and what</comment>
        <translation>verschoben, %1: %2</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanExport</name>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>%1 is there already, and nothing was written. Choose it by its full name to replace it, or another name.</source>
        <translation>%1 ist schon da, und nichts wurde geschrieben. Wählen Sie die Datei mit vollem Namen, um sie zu ersetzen, oder einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>PlanPublisher</name>
    <message>
        <source>Write the whole path of the folder that the web server serves.</source>
        <translation>Schreiben Sie den ganzen Pfad des Ordners, den der Webserver ausliefert.</translation>
    </message>
    <message>
        <source>All was taken back, and seen to be as it was before.</source>
        <translation>Alles wurde zurückgenommen, und es wurde nachgesehen: Alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>All is published, and was seen to be there.</source>
        <translation>Alles ist veröffentlicht, und es wurde nachgesehen: Alles ist da.</translation>
    </message>
    <message>
        <source>%1 holds the policy of the plan.</source>
        <translation>%1 enthält die Richtlinie des Plans.</translation>
    </message>
    <message>
        <source>%1 does not hold the policy of the plan yet.</source>
        <translation>%1 enthält die Richtlinie des Plans noch nicht.</translation>
    </message>
    <message>
        <source>The name server %1 has all records of the plan.</source>
        <translation>Der Nameserver %1 hat alle Einträge des Plans.</translation>
    </message>
    <message>
        <source>The name server %1 does not have all records of the plan yet.</source>
        <translation>Der Nameserver %1 hat noch nicht alle Einträge des Plans.</translation>
    </message>
    <message>
        <source>%1 serves the policy to senders.</source>
        <translation>%1 liefert Absendern die Richtlinie aus.</translation>
    </message>
    <message>
        <source>The policy host mta-sts.%1 has no address yet, so no sender gets the policy.</source>
        <translation>Der Richtlinien-Host mta-sts.%1 hat noch keine Adresse, also bekommt kein Absender die Richtlinie.</translation>
    </message>
    <message>
        <source>The name server takes changes from whoever has a key. Write the name of one that the keyring keeps, or read one from a file.</source>
        <translation>Der Nameserver nimmt Änderungen von dem an, der einen Schlüssel hat. Schreiben Sie den Namen eines Schlüssels, der im Schlüsselbund liegt, oder lesen Sie einen aus einer Datei.</translation>
    </message>
    <message>
        <source>Without it the name server takes no change. Read the key from a file.</source>
        <translation>Ohne ihn nimmt der Nameserver keine Änderung an. Lesen Sie den Schlüssel aus einer Datei.</translation>
    </message>
    <message>
        <source>The name server %1 does not say which of its zones holds %2. It may not be reachable, or not be the zone&apos;s own. Check the address, or name the zone on the page “DNS”.</source>
        <translation>Der Nameserver %1 sagt nicht, in welcher seiner Zonen %2 liegt. Vielleicht ist er nicht erreichbar oder nicht der Nameserver der Zone. Prüfen Sie die Adresse, oder nennen Sie die Zone auf der Seite „DNS“.</translation>
    </message>
    <message>
        <source>All is as the plan says, and was seen to be so.</source>
        <translation>Alles ist so, wie der Plan es sagt, und es wurde nachgesehen.</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ist weg.</translation>
    </message>
    <message>
        <source>%1 is still there.</source>
        <translation>%1 ist noch da.</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Senders deliver only to mail servers that pass; otherwise the mail waits.</source>
        <translation>Sendende Server stellen nur an Mailserver zu, die alle Prüfungen bestehen; sonst warten die E-Mails.</translation>
    </message>
    <message>
        <source>Senders deliver even when a mail server fails, and report it.</source>
        <translation>Sendende Server stellen auch zu, wenn ein Mailserver eine Prüfung nicht besteht, und melden das.</translation>
    </message>
    <message>
        <source>Senders behave as if there were no policy.</source>
        <translation>Sendende Server verhalten sich, als gäbe es keine Richtlinie.</translation>
    </message>
    <message>
        <source>The mode must be enforce, testing or none.</source>
        <translation>Der Modus muss enforce, testing oder none sein.</translation>
    </message>
    <message>
        <source>This is no host name and no pattern: it covers nothing.</source>
        <translation>Das ist weder ein Hostname noch ein Muster: Es deckt nichts ab.</translation>
    </message>
    <message>
        <source>Covers mail servers with exactly one label before %1.</source>
        <translation>Deckt Mailserver mit genau einem Label vor %1 ab.</translation>
    </message>
    <message>
        <source>Covers the mail server %1 and no other.</source>
        <translation>Deckt den Mailserver %1 ab und keinen anderen.</translation>
    </message>
    <message>
        <source>The age must be a number of seconds.</source>
        <translation>Das Alter muss eine Anzahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>Senders remember this policy for %1.</source>
        <translation>Sendende Server merken sich diese Richtlinie für %1.</translation>
    </message>
    <message>
        <source>This is a policy of MTA-STS, version 1.</source>
        <translation>Das ist eine Richtlinie von MTA-STS, Version 1.</translation>
    </message>
    <message>
        <source>The version must be STSv1, or senders ignore the file.</source>
        <translation>Die Version muss STSv1 sein, sonst ignorieren sendende Server die Datei.</translation>
    </message>
    <message>
        <source>Senders do not know this key and ignore it.</source>
        <translation>Sendende Server kennen diesen Schlüssel nicht und ignorieren ihn.</translation>
    </message>
    <message>
        <source>A blank line: the grammar has no place for it.</source>
        <translation>Eine leere Zeile: Die Grammatik sieht sie nicht vor.</translation>
    </message>
    <message>
        <source>This is no “key: value” line.</source>
        <translation>Das ist keine Zeile der Form „key: value“.</translation>
    </message>
    <message>
        <source>Not fetched from this address.</source>
        <translation>Nicht von dieser Adresse abgerufen.</translation>
    </message>
    <message>
        <source>This machine has no way to that kind of address.</source>
        <translation>Dieser Rechner hat keinen Weg zu Adressen dieser Art.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>There is no route to this address.</source>
        <translation>Zu dieser Adresse führt keine Route.</translation>
    </message>
    <message>
        <source>The server cut the connection.</source>
        <translation>Der Server brach die Verbindung ab.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The proxy did not work: %1</source>
        <translation>Der Proxy funktionierte nicht: %1</translation>
    </message>
    <message>
        <source>The TLS handshake failed: %1</source>
        <translation>Der TLS-Handshake schlug fehl: %1</translation>
    </message>
    <message>
        <source>The answer is not proper HTTP: %1</source>
        <translation>Die Antwort ist kein wohlgeformtes HTTP: %1</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Die Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>HTTP %1: a redirect to %2, which senders must not follow.</source>
        <translation>HTTP %1: eine Weiterleitung zu %2, der sendende Server nicht folgen dürfen.</translation>
    </message>
    <message>
        <source>HTTP %1, %2, %3 octets, %4, fetched in %5.</source>
        <comment>status, media type, size, TLS version, time</comment>
        <translation>HTTP %1, %2, %3 Byte, %4, abgerufen in %5.</translation>
    </message>
    <message>
        <source>no media type</source>
        <translation>kein Medientyp</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>The second mail server is missing in the policy: senders do not deliver to it.</source>
        <translation>Der zweite Mailserver fehlt in der Richtlinie: Sendende Server stellen nicht an ihn zu.</translation>
    </message>
    <message>
        <source>The pattern&apos;s * stands for one label only, but the mail servers have two labels in its place.</source>
        <translation>Das * im Muster steht nur für ein Label, aber die Mailserver haben an dieser Stelle zwei Labels.</translation>
    </message>
    <message>
        <source>The domain says that it takes no mail (null MX): there is nothing to protect.</source>
        <translation>Die Domain erklärt, keine E-Mails anzunehmen (Null-MX): Es gibt nichts zu schützen.</translation>
    </message>
    <message>
        <source>Something on the path strikes STARTTLS out of the server&apos;s answer; the policy stops mail in the clear.</source>
        <translation>Etwas auf dem Weg streicht STARTTLS aus der Antwort des Servers; die Richtlinie verhindert E-Mails im Klartext.</translation>
    </message>
    <message>
        <source>The mail servers do not know STARTTLS, so senders that honour the policy keep the mail.</source>
        <translation>Die Mailserver kennen kein STARTTLS, deshalb behalten sendende Server, die die Richtlinie beachten, die E-Mails zurück.</translation>
    </message>
    <message>
        <source>The mail servers speak TLS 1.0 and 1.1 only, which senders no longer use.</source>
        <translation>Die Mailserver sprechen nur TLS 1.0 und 1.1; sendende Server nutzen das nicht mehr.</translation>
    </message>
    <message>
        <source>One mail server is down, the other works: mail arrives, still protected.</source>
        <translation>Ein Mailserver ist ausgefallen, der andere arbeitet: E-Mails kommen an, weiterhin geschützt.</translation>
    </message>
    <message>
        <source>The mail servers turn strangers away for now (421), so they could not be tested.</source>
        <translation>Die Mailserver weisen Fremde vorerst ab (421), deshalb konnten sie nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The certificate of one mail server has expired: senders do not deliver to it.</source>
        <translation>Das Zertifikat eines Mailservers ist abgelaufen: Sendende Server stellen nicht an ihn zu.</translation>
    </message>
    <message>
        <source>The certificate of one mail server expires in a few days.</source>
        <translation>Das Zertifikat eines Mailservers läuft in wenigen Tagen ab.</translation>
    </message>
    <message>
        <source>One mail server shows a certificate that it signed itself, as mail servers do when freshly installed.</source>
        <translation>Ein Mailserver zeigt ein selbstsigniertes Zertifikat, wie es Mailserver frisch nach der Installation tun.</translation>
    </message>
    <message>
        <source>The certificate of one mail server names another host.</source>
        <translation>Das Zertifikat eines Mailservers nennt einen anderen Host.</translation>
    </message>
    <message>
        <source>One mail server forgets its intermediate certificate, so the way to a trusted root breaks off.</source>
        <translation>Ein Mailserver vergisst sein Zwischenzertifikat, deshalb bricht der Weg zu einer vertrauenswürdigen Stammzertifizierungsstelle ab.</translation>
    </message>
    <message>
        <source>All is well: this is what a protected domain looks like.</source>
        <translation>Alles in Ordnung: So sieht eine geschützte Domain aus.</translation>
    </message>
    <message>
        <source>All is well with an internationalised name (bücher.example): only its A-labels go over the wire.</source>
        <translation>Alles in Ordnung mit einem internationalisierten Namen (bücher.example): Über die Leitung gehen nur seine A-Labels.</translation>
    </message>
    <message>
        <source>All is well without DNSSEC: MTA-STS does not need it.</source>
        <translation>Alles in Ordnung ohne DNSSEC: MTA-STS braucht es nicht.</translation>
    </message>
    <message>
        <source>The _mta-sts record is an alias (CNAME) of a provider&apos;s: allowed, and the provider may change it.</source>
        <translation>Der _mta-sts-Eintrag ist ein Alias (CNAME) auf den eines Anbieters: Das ist erlaubt, und der Anbieter kann ihn ändern.</translation>
    </message>
    <message>
        <source>The policy is in mode testing: senders report failures, but deliver all the same.</source>
        <translation>Die Richtlinie steht im Testmodus (testing): Sendende Server melden Fehler, stellen aber trotzdem zu.</translation>
    </message>
    <message>
        <source>The policy is in mode none: the domain asks senders to act as if it had no policy.</source>
        <translation>Die Richtlinie steht im Modus none: Sendende Server sollen so tun, als hätte die Domain keine Richtlinie.</translation>
    </message>
    <message>
        <source>max_age is one hour, so senders forget the policy again before the next mail comes.</source>
        <translation>max_age beträgt eine Stunde, deshalb vergessen sendende Server die Richtlinie wieder, bevor die nächste E-Mail kommt.</translation>
    </message>
    <message>
        <source>From the second fetch on the policy is another, but the id in the DNS stays as it was: audit twice and compare the files, for senders look for a new policy only when the id changes.</source>
        <translation>Ab dem zweiten Abruf ist die Richtlinie eine andere, aber die id im DNS bleibt gleich: Prüfen Sie zweimal und vergleichen Sie die Dateien, denn sendende Server suchen erst dann nach einer neuen Richtlinie, wenn sich die id ändert.</translation>
    </message>
    <message>
        <source>There is no _mta-sts record, so no sender ever looks for a policy.</source>
        <translation>Es gibt keinen _mta-sts-Eintrag, deshalb sucht kein sendender Server je nach einer Richtlinie.</translation>
    </message>
    <message>
        <source>A policy is served, but no _mta-sts record announces it: no sender will ever read it.</source>
        <translation>Eine Richtlinie liegt bereit, aber kein _mta-sts-Eintrag kündigt sie an: Kein sendender Server wird sie je lesen.</translation>
    </message>
    <message>
        <source>There are two _mta-sts records, so senders must act as if there were none.</source>
        <translation>Es gibt zwei _mta-sts-Einträge, deshalb müssen sendende Server so tun, als gäbe es keinen.</translation>
    </message>
    <message>
        <source>The _mta-sts record says STSv2, a version that does not exist.</source>
        <translation>Im _mta-sts-Eintrag steht STSv2, eine Version, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The _mta-sts record has no id, so senders cannot tell a new policy from an old one.</source>
        <translation>Der _mta-sts-Eintrag hat keine id, deshalb können sendende Server eine neue Richtlinie nicht von einer alten unterscheiden.</translation>
    </message>
    <message>
        <source>All is well, but without a TLS-RPT record nobody tells the owner when delivery fails.</source>
        <translation>Alles in Ordnung, aber ohne TLS-RPT-Eintrag sagt niemand dem Inhaber, wenn die Zustellung scheitert.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of the zone ran out three days ago: to every validating resolver the domain is gone.</source>
        <translation>Die DNSSEC-Signaturen der Zone sind vor drei Tagen abgelaufen: Für jeden validierenden Resolver ist die Domain verschwunden.</translation>
    </message>
    <message>
        <source>The policy host&apos;s certificate has expired, so senders refuse the policy.</source>
        <translation>Das Zertifikat des Richtlinien-Hosts ist abgelaufen, deshalb lehnen sendende Server die Richtlinie ab.</translation>
    </message>
    <message>
        <source>The policy host&apos;s certificate is signed by itself: anybody could have made it.</source>
        <translation>Das Zertifikat des Richtlinien-Hosts ist selbstsigniert: Jeder könnte es erstellt haben.</translation>
    </message>
    <message>
        <source>The policy host shows a certificate for another name, often the hosting company&apos;s own.</source>
        <translation>Der Richtlinien-Host zeigt ein Zertifikat für einen anderen Namen, oft den des Hosting-Anbieters.</translation>
    </message>
    <message>
        <source>Nobody listens on the policy host, so new senders learn of no policy.</source>
        <translation>Auf dem Richtlinien-Host lauscht niemand, deshalb erfahren neue sendende Server von keiner Richtlinie.</translation>
    </message>
    <message>
        <source>The record is there, but the host mta-sts has no address.</source>
        <translation>Der Eintrag ist da, aber der Host mta-sts hat keine Adresse.</translation>
    </message>
    <message>
        <source>The policy host redirects to another address, which senders must not follow.</source>
        <translation>Der Richtlinien-Host leitet an eine andere Adresse weiter; sendende Server dürfen dem nicht folgen.</translation>
    </message>
    <message>
        <source>The web server is there, but the policy file is not (404).</source>
        <translation>Der Webserver ist da, aber die Richtliniendatei nicht (404).</translation>
    </message>
    <message>
        <source>The policy says “mode: enforced”; only enforce, testing and none exist.</source>
        <translation>In der Richtlinie steht „mode: enforced“; es gibt nur enforce, testing und none.</translation>
    </message>
    <message>
        <source>The policy holds a comment line; one line outside the grammar spoils it all.</source>
        <translation>Die Richtlinie enthält eine Kommentarzeile; eine einzige Zeile außerhalb der Grammatik macht alles ungültig.</translation>
    </message>
    <message>
        <source>The practice world could not be started: this machine does not let a program listen on its loopback addresses (127.77.0.0/16), or its folder for temporary files cannot be written.</source>
        <translation>Die Übungswelt ließ sich nicht starten: Dieser Rechner lässt kein Programm auf seinen Loopback-Adressen (127.77.0.0/16) lauschen, oder sein Ordner für temporäre Dateien ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The certificate of one mail server demands an OCSP response, which the server does not send.</source>
        <translation>Das Zertifikat eines Mailservers verlangt eine OCSP-Antwort, die der Server nicht sendet.</translation>
    </message>
    <message>
        <source>One mail server sends the root certificate too, which nobody needs.</source>
        <translation>Ein Mailserver sendet auch das Wurzelzertifikat, das niemand braucht.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>This is not an address. Write one such as 192.0.2.53, 192.0.2.53:5300 or [::1]:53, or the word recursive.</source>
        <translation>Das ist keine Adresse. Schreiben Sie eine wie 192.0.2.53, 192.0.2.53:5300 oder [::1]:53 oder das Wort recursive.</translation>
    </message>
    <message>
        <source>Write the proxy as socks5://HOST:PORT, for instance socks5://127.0.0.1:1080.</source>
        <translation>Schreiben Sie den Proxy als socks5://HOST:PORT, zum Beispiel socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>Write a full host name such as audit.example.com, or an address in brackets such as [192.0.2.1].</source>
        <translation>Schreiben Sie einen vollen Hostnamen wie audit.example.com oder eine Adresse in Klammern wie [192.0.2.1].</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>The proxy &quot;%1&quot; cannot be used. Write it as socks5://HOST:PORT, without user name and password.</source>
        <translation>Der Proxy „%1“ ist nicht verwendbar. Schreiben Sie ihn als socks5://HOST:PORT, ohne Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>The proxy&apos;s host %1 has no address.</source>
        <translation>Der Host %1 des Proxys hat keine Adresse.</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>No policy says what the plan says (RFC 8461 §3.2). Mend the plan first.</source>
        <translation>Keine Richtlinie kann sagen, was der Plan sagt (RFC 8461 §3.2). Berichtigen Sie zuerst den Plan.</translation>
    </message>
    <message>
        <source>The name server says that the change is made, but the records are not there. Other records of the same name may be in the way (RFC 2136 §3.4.2.2).</source>
        <translation>Der Nameserver sagt, die Änderung sei gemacht, aber die Einträge sind nicht da. Vielleicht stehen andere Einträge desselben Namens im Weg (RFC 2136 §3.4.2.2).</translation>
    </message>
    <message>
        <source>The records were looked at: the change was not made.</source>
        <translation>Ein Blick auf die Einträge zeigt: Die Änderung wurde nicht gemacht.</translation>
    </message>
    <message>
        <source>Whether the change was made is not known.</source>
        <translation>Ob die Änderung gemacht wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has been changed since it was published, so it is not taken back.</source>
        <translation>%1 wurde nach der Veröffentlichung geändert und wird deshalb nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>Stopped before all was published.</source>
        <translation>Angehalten, bevor alles veröffentlicht war.</translation>
    </message>
    <message>
        <source>%1 is a link. Name the folder it leads to.</source>
        <translation>%1 ist ein Verweis. Nennen Sie den Ordner, zu dem er führt.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is a link. Name the file it leads to.</source>
        <translation>%1 ist ein Verweis. Nennen Sie die Datei, zu der er führt.</translation>
    </message>
    <message>
        <source>%1 is there, but it is no file.</source>
        <translation>%1 ist da, aber keine Datei.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Cannot remove %1: %2.</source>
        <translation>%1 lässt sich nicht entfernen: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than a policy can be (RFC 8461 §3.3). See what it is, and move it away.</source>
        <translation>%1 ist größer, als eine Richtlinie sein kann (RFC 8461 §3.3). Sehen Sie nach, was es ist, und räumen Sie es weg.</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 since it was looked at, so nothing was written. Look again and decide anew.</source>
        <translation>Jemand anderes hat %1 geändert, seit es angesehen wurde; deshalb wurde nichts geschrieben. Sehen Sie noch einmal hin und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>%1 is not what was written to it.</source>
        <translation>In %1 steht nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 shows another policy.</source>
        <translation>%1 zeigt eine andere Richtlinie.</translation>
    </message>
    <message>
        <source>%1 cannot be asked from here.</source>
        <translation>%1 lässt sich von hier aus nicht fragen.</translation>
    </message>
    <message>
        <source>%1 takes no connection.</source>
        <translation>%1 nimmt keine Verbindung an.</translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation>%1 antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS as senders ask for it.</source>
        <translation>%1 spricht TLS nicht so, wie Absender es verlangen.</translation>
    </message>
    <message>
        <source>%1 has no certificate that senders accept (RFC 8461 §3.3).</source>
        <translation>%1 hat kein Zertifikat, das Absender annehmen (RFC 8461 §3.3).</translation>
    </message>
    <message>
        <source>%1 does not answer as a web server does.</source>
        <translation>%1 antwortet nicht wie ein Webserver.</translation>
    </message>
    <message>
        <source>%1 answers with another status than 200 (RFC 8461 §3.3).</source>
        <translation>%1 antwortet mit einem anderen Status als 200 (RFC 8461 §3.3).</translation>
    </message>
    <message>
        <source>The policy host %1 has no address.</source>
        <translation>Der Richtlinien-Host %1 hat keine Adresse.</translation>
    </message>
    <message>
        <source>Senders do not get the new policy yet, so they were not told of it: the record is as it was. %1</source>
        <translation>Absender bekommen die neue Richtlinie noch nicht; deshalb wurde sie ihnen nicht angekündigt: Der Eintrag ist, wie er war. %1</translation>
    </message>
    <message>
        <source>There is no program sftp on this machine; it is part of OpenSSH&apos;s client.</source>
        <translation>Auf diesem Rechner gibt es kein Programm sftp; es gehört zum Client von OpenSSH.</translation>
    </message>
    <message>
        <source>sftp brought more from %1 than a policy can be.</source>
        <translation>sftp brachte von %1 mehr, als eine Richtlinie sein kann.</translation>
    </message>
    <message>
        <source>Stopped while sftp was at work on %1.</source>
        <translation>Angehalten, während sftp auf %1 arbeitete.</translation>
    </message>
    <message>
        <source>sftp to %1 did not end in time.</source>
        <translation>sftp zu %1 endete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>This machine does not know that host yet, or as another one. Run ssh to it once, and look at the fingerprint.</source>
        <translation>Dieser Rechner kennt den Host noch nicht oder als einen anderen. Rufen Sie einmal ssh dorthin auf und prüfen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>No key that the host takes was offered. Load yours with ssh-add.</source>
        <translation>Es wurde kein Schlüssel angeboten, den der Host annimmt. Laden Sie Ihren mit ssh-add.</translation>
    </message>
    <message>
        <source>sftp to %1 failed: %2</source>
        <translation>sftp zu %1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>The path on %1 cannot be written for sftp.</source>
        <translation>Der Pfad auf %1 lässt sich für sftp nicht schreiben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no place for sftp. Write it as [USER@]HOST:PATH, such as web@www.example.com:/var/www/mta-sts.</source>
        <translation>„%1“ ist kein Ort für sftp. Schreiben Sie ihn als [USER@]HOST:PATH, etwa web@www.example.com:/var/www/mta-sts.</translation>
    </message>
    <message>
        <source>The file on %1 is a link. Name the file it leads to.</source>
        <translation>Die Datei auf %1 ist ein Verweis. Nennen Sie die Datei, zu der er führt.</translation>
    </message>
    <message>
        <source>What stands on %1 cannot be read: %2</source>
        <translation>Was auf %1 steht, ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Cannot write what is to be sent to %1: %2.</source>
        <translation>Was an %1 gesendet werden soll, lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>There is no key as tsig-keygen writes it: key &quot;NAME&quot; { algorithm hmac-sha256; secret &quot;...&quot;; };</source>
        <translation>Hier steht kein Schlüssel, wie tsig-keygen ihn schreibt: key &quot;NAME&quot; { algorithm hmac-sha256; secret &quot;...&quot;; };</translation>
    </message>
    <message>
        <source>The name of the key is no domain name (RFC 8945 §4.2).</source>
        <translation>Der Name des Schlüssels ist kein Domainname (RFC 8945 §4.2).</translation>
    </message>
    <message>
        <source>The key is for an algorithm that is not used here. Make one for hmac-sha256: tsig-keygen -a hmac-sha256 NAME.</source>
        <translation>Der Schlüssel ist für ein Verfahren, das hier nicht benutzt wird. Erzeugen Sie einen für hmac-sha256: tsig-keygen -a hmac-sha256 NAME.</translation>
    </message>
    <message>
        <source>The secret of the key is not base64.</source>
        <translation>Das Geheimnis des Schlüssels ist kein Base64.</translation>
    </message>
    <message>
        <source>There is more than one key. Put the one that is meant into a file of its own.</source>
        <translation>Hier steht mehr als ein Schlüssel. Legen Sie den gemeinten in eine eigene Datei.</translation>
    </message>
    <message>
        <source>Cannot read the key file %1: %2.</source>
        <translation>Die Schlüsseldatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>The key file %1 can be read or changed by everybody on this machine. Close it first: chmod 600.</source>
        <translation>Die Schlüsseldatei %1 kann auf diesem Rechner jeder lesen oder ändern. Schließen Sie sie zuerst: chmod 600.</translation>
    </message>
    <message>
        <source>A file of that size is no key file.</source>
        <translation>Eine Datei dieser Größe ist keine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be used. %2</source>
        <translation>Die Schlüsseldatei %1 ist unbrauchbar. %2</translation>
    </message>
    <message>
        <source>This does not say what was published: it is damaged, or of another kind.</source>
        <translation>Hier steht nicht, was veröffentlicht wurde: Die Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>The name server {server} has done what was asked.</source>
        <translation>Der Nameserver {server} hat getan, worum er gebeten wurde.</translation>
    </message>
    <message>
        <source>Somebody else has changed the same records of {zone} since they were looked at, so nothing was changed (RFC 2136 §2.4). Look again and decide anew.</source>
        <translation>Jemand anderes hat dieselben Einträge von {zone} geändert, seit sie angesehen wurden; deshalb wurde nichts geändert (RFC 2136 §2.4). Sehen Sie noch einmal hin und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>The name server {server} refuses (REFUSED): it does not have the zone {zone}, or the key {key} has not the right to do this there. Whoever runs the server can grant it.</source>
        <translation>Der Nameserver {server} lehnt ab (REFUSED): Er hat die Zone {zone} nicht, oder der Schlüssel {key} darf das dort nicht. Wer den Server betreibt, kann es erlauben.</translation>
    </message>
    <message>
        <source>The name server {server} is not in charge of the zone {zone} (NOTAUTH). Name its primary server, and the zone as that server has it.</source>
        <translation>Der Nameserver {server} ist für die Zone {zone} nicht zuständig (NOTAUTH). Nennen Sie ihren primären Server und die Zone so, wie dieser sie hat.</translation>
    </message>
    <message>
        <source>The name server {server} does not know the key {key} (BADKEY), or not for this: its name or its algorithm is another there, or it has not the right to change these records.</source>
        <translation>Der Nameserver {server} kennt den Schlüssel {key} nicht (BADKEY), oder nicht hierfür: Sein Name oder sein Verfahren lautet dort anders, oder er darf diese Einträge nicht ändern.</translation>
    </message>
    <message>
        <source>The name server {server} knows a key {key}, but with another secret (BADSIG).</source>
        <translation>Der Nameserver {server} kennt einen Schlüssel {key}, aber mit einem anderen Geheimnis (BADSIG).</translation>
    </message>
    <message>
        <source>The clocks of the name server {server} and of this machine are more than five minutes apart (BADTIME). {detail}</source>
        <translation>Die Uhren des Nameservers {server} und dieses Rechners gehen um mehr als fünf Minuten auseinander (BADTIME). {detail}</translation>
    </message>
    <message>
        <source>The name server {server} failed while it worked on this (SERVFAIL). Its log tells why.</source>
        <translation>Der Nameserver {server} ist dabei gescheitert (SERVFAIL). Sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The name server {server} does not take changes in this way (FORMERR or NOTIMP): it may not know DNS UPDATE (RFC 2136).</source>
        <translation>Der Nameserver {server} nimmt auf diesem Weg keine Änderungen an (FORMERR oder NOTIMP): Vielleicht kennt er DNS UPDATE nicht (RFC 2136).</translation>
    </message>
    <message>
        <source>The name server {server} cannot be reached over TCP. {detail}</source>
        <translation>Der Nameserver {server} ist über TCP nicht erreichbar. {detail}</translation>
    </message>
    <message>
        <source>The name server {server} gave no answer. {detail}</source>
        <translation>Der Nameserver {server} gab keine Antwort. {detail}</translation>
    </message>
    <message>
        <source>What came from {server} is not the answer to what was asked.</source>
        <translation>Was von {server} kam, ist nicht die Antwort auf die Frage.</translation>
    </message>
    <message>
        <source>The answer of {server} is not signed with the key {key}, so it counts for nothing (RFC 8945 §5.4).</source>
        <translation>Die Antwort von {server} ist nicht mit dem Schlüssel {key} signiert und zählt deshalb nicht (RFC 8945 §5.4).</translation>
    </message>
    <message>
        <source>Stopped before there was an answer of {server}.</source>
        <translation>Angehalten, bevor eine Antwort von {server} da war.</translation>
    </message>
    <message>
        <source>The server&apos;s clock says %1.</source>
        <translation>Die Uhr des Servers sagt %1.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Das System sagt: %1.</translation>
    </message>
    <message>
        <source>The policy file %1 is removed:</source>
        <translation>Die Richtliniendatei %1 wird entfernt:</translation>
    </message>
    <message>
        <source>The policy file %1 is made:</source>
        <translation>Die Richtliniendatei %1 wird angelegt:</translation>
    </message>
    <message>
        <source>The policy file %1 changes:</source>
        <translation>Die Richtliniendatei %1 ändert sich:</translation>
    </message>
    <message>
        <source>Only the ends of lines change (CRLF, RFC 8461 §3.2).</source>
        <translation>Nur die Zeilenenden ändern sich (CRLF, RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>Records of the zone %1 change at the name server %2:</source>
        <translation>Einträge der Zone %1 ändern sich auf dem Nameserver %2:</translation>
    </message>
    <message>
        <source>Not in this zone, and left to you: %1</source>
        <translation>Nicht in dieser Zone und Ihnen überlassen: %1</translation>
    </message>
    <message>
        <source>Changing the other records.</source>
        <translation>Die übrigen Einträge werden geändert.</translation>
    </message>
    <message>
        <source>Looking whether every address of the policy host shows the policy.</source>
        <translation>Es wird geprüft, ob jede Adresse des Richtlinien-Hosts die Richtlinie zeigt.</translation>
    </message>
    <message>
        <source>Changing the record _mta-sts, which senders look at.</source>
        <translation>Der Eintrag _mta-sts, auf den Absender schauen, wird geändert.</translation>
    </message>
    <message>
        <source>There is nothing to take back: %1 is not there or cannot be read.</source>
        <translation>Es gibt nichts zurückzunehmen: %1 ist nicht da oder nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 cannot be used. %2</source>
        <translation>%1 ist unbrauchbar. %2</translation>
    </message>
    <message>
        <source>%1 is of another domain than the plan.</source>
        <translation>%1 gehört zu einer anderen Domain als der Plan.</translation>
    </message>
    <message>
        <source>The plan was published elsewhere, too, or to another place. Name all the places of then.</source>
        <translation>Der Plan wurde auch anderswo oder an einem anderen Ort veröffentlicht. Nennen Sie alle Orte von damals.</translation>
    </message>
    <message>
        <source>A sender that fetched the policy before the record had changed may keep it for up to its max_age. A new id for the old policy would end that.</source>
        <translation>Ein Absender, der die Richtlinie abgerufen hat, bevor sich der Eintrag änderte, behält sie unter Umständen bis zum Ablauf ihrer max_age. Eine neue id für die alte Richtlinie würde das beenden.</translation>
    </message>
    <message>
        <source>This does not say what earlier publishing has seen: it is damaged, or of another kind.</source>
        <translation>Darin steht nicht, was frühere Veröffentlichungen gesehen haben: Die Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It is of another domain than the plan.</source>
        <translation>Sie gehört zu einer anderen Domain als der Plan.</translation>
    </message>
    <message>
        <source>%1 cannot be used. %2 Move it away to begin anew; how long the mail servers have been as they are is then not known any more.</source>
        <translation>%1 ist nicht verwendbar. %2 Verschieben Sie die Datei, um neu zu beginnen; seit wann die Mailserver so sind, wie sie sind, ist dann nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Nothing was changed, for what has to be kept beside the plan cannot be. %1</source>
        <translation>Nichts wurde geändert, denn was neben dem Plan aufgehoben werden muss, lässt sich nicht speichern. %1</translation>
    </message>
    <message>
        <source>Some senders would be led to the former policy host for a while, and take the policy there for the new one. First let mta-sts.{domain} lead to the new one alone, with policy and record as they are now; publish the rest {span} later, when nobody remembers the former one.</source>
        <translation>Manche Absender kämen noch eine Weile zum bisherigen Richtlinien-Host und hielten die Richtlinie dort für die neue. Lassen Sie zuerst nur mta-sts.{domain} zum neuen führen, mit Richtlinie und Eintrag wie bisher; veröffentlichen Sie den Rest {span} später, wenn sich niemand mehr den bisherigen merkt.</translation>
    </message>
    <message>
        <source>If this were published at once, some senders could refuse mail. First publish a policy with mode {mode}, max_age {maxAge} and mx {mx}, under an id of its own; mta-sts plan steps FILE says what comes after it, and not before when.</source>
        <translation>Würde das auf einmal veröffentlicht, könnten manche Absender Mail verweigern. Veröffentlichen Sie zuerst eine Richtlinie mit mode {mode}, max_age {maxAge} und mx {mx} unter einer eigenen id; mta-sts plan steps FILE sagt, was danach kommt und ab wann.</translation>
    </message>
    <message>
        <source>The mail servers have been seen as they are since {from} only: until {until} resolvers may remember other MX records.</source>
        <translation>Die Mailserver wurden erst seit {from} so gesehen, wie sie sind: Bis {until} können sich Resolver andere MX-Einträge merken.</translation>
    </message>
    <message>
        <source>If this were published now, some senders could refuse mail.</source>
        <translation>Würde das jetzt veröffentlicht, könnten manche Absender Mail verweigern.</translation>
    </message>
    <message>
        <source>Publish it from {until} on, and leave what is there until then.</source>
        <translation>Veröffentlichen Sie es ab {until}, und lassen Sie bis dahin stehen, was da ist.</translation>
    </message>
    <message>
        <source>Mail goes to {hosts} today, and no pattern of the policy covers that: in mode enforce no sender would deliver there (RFC 8461 §4.1). Add a pattern to the plan, or first take the MX records of these mail servers away.</source>
        <translation>Mail geht heute an {hosts}, und kein Muster der Richtlinie deckt das ab: In mode enforce würde kein Absender dorthin zustellen (RFC 8461 §4.1). Nehmen Sie ein Muster in den Plan auf, oder entfernen Sie zuerst die MX-Einträge dieser Mailserver.</translation>
    </message>
    <message>
        <source>TLSA records of {hosts} would go while these mail servers may still show the keys that they match: senders that go by DANE would refuse them. Publish the new records beside the former ones, wait twice their TTL, and switch the keys (RFC 7671 §8.1). When every address of these mail servers shows its new key, say so, and the former records go.</source>
        <translation>TLSA-Einträge von {hosts} würden verschwinden, während diese Mailserver vielleicht noch die Schlüssel zeigen, zu denen sie passen: Absender, die sich nach DANE richten, würden sie ablehnen. Veröffentlichen Sie die neuen Einträge neben den bisherigen, warten Sie das Doppelte ihrer TTL, und wechseln Sie dann die Schlüssel (RFC 7671 §8.1). Wenn jede Adresse dieser Mailserver ihren neuen Schlüssel zeigt, sagen Sie es, und die bisherigen Einträge gehen.</translation>
    </message>
    <message>
        <source>_mta-sts.{domain} is an alias, so somebody else says which policy senders hold, and nobody can say here whether mode enforce is safe. Publish mode testing first.</source>
        <translation>_mta-sts.{domain} ist ein Alias; jemand anderes sagt also, welche Richtlinie Absender kennen, und niemand kann hier sagen, ob mode enforce gefahrlos ist. Veröffentlichen Sie zuerst mode testing.</translation>
    </message>
    <message>
        <source>A record stands, and the plan&apos;s history does not say which policy it announces, so nobody can say what senders hold. Name the place of the policy file, too, or publish mode testing first.</source>
        <translation>Ein Eintrag ist veröffentlicht, und der Verlauf des Plans sagt nicht, welche Richtlinie er ankündigt; niemand kann also sagen, was Absender kennen. Nennen Sie auch den Ort der Richtliniendatei, oder veröffentlichen Sie zuerst mode testing.</translation>
    </message>
    <message>
        <source>Where mail of {domain} goes today could not be found out, so nobody can say whether the policy covers it. Try again when the DNS answers.</source>
        <translation>Wohin Mail für {domain} heute geht, war nicht festzustellen; niemand kann also sagen, ob die Richtlinie das abdeckt. Versuchen Sie es wieder, wenn das DNS antwortet.</translation>
    </message>
    <message>
        <source>An earlier publishing wrote to %1 and did not come to its end. Go on there, or take it back first.</source>
        <translation>Eine frühere Veröffentlichung schrieb nach %1 und kam nicht zum Ende. Machen Sie dort weiter, oder nehmen Sie sie zuerst zurück.</translation>
    </message>
    <message>
        <source>Its record _mta-sts is not looked at from here. Where it still stands, take that away first: it leads senders to this file (RFC 8461 §8.3).</source>
        <translation>Ihr Eintrag _mta-sts wird von hier aus nicht angesehen. Steht er noch, nehmen Sie ihn zuerst weg: Er führt Absender zu dieser Datei (RFC 8461 §8.3).</translation>
    </message>
    <message>
        <source>Writing the policy file, or taking it away.</source>
        <translation>Die Richtliniendatei wird geschrieben oder weggenommen.</translation>
    </message>
    <message>
        <source>The record would go while senders may still hold a policy of this domain: they would act on it, and nobody could tell them otherwise. First publish mode none under a new id and wait until every policy has run out (RFC 8461 §8.3): mta-sts plan steps FILE --for remove says how, and until when; so does the page “Publish and check” of the window.</source>
        <translation>Der Eintrag verschwände, während Absender vielleicht noch eine Richtlinie dieser Domain haben: Sie handelten danach, und niemand könnte ihnen etwas anderes sagen. Veröffentlichen Sie zuerst Modus none unter einer neuen id und warten Sie, bis jede Richtlinie abgelaufen ist (RFC 8461 §8.3): mta-sts plan steps DATEI --for remove sagt, wie und bis wann; ebenso die Seite „Veröffentlichen“ des Fensters.</translation>
    </message>
    <message>
        <source>The policy changes and the id of the record does not, so senders that know the old policy would keep it (RFC 8461 §3.1). Give the plan a new id first.</source>
        <translation>Die Richtlinie ändert sich, die id des Eintrags aber nicht: Absender, die die alte Richtlinie kennen, würden sie behalten (RFC 8461 §3.1). Geben Sie dem Plan zuerst eine neue id.</translation>
    </message>
    <message>
        <source>Senders have met no TLSA records of {hosts} yet. Those that go by DANE would from now on refuse these mail servers, unless every address shows a key that the records match (RFC 7672 §2.2). When you have seen that it does, say so, and they are published.</source>
        <translation>Für {hosts} kennen Absender noch keine TLSA-Einträge. Absender, die nach DANE gehen, würden diese Mailserver von nun an ablehnen, wenn nicht jede Adresse einen Schlüssel zeigt, zu dem die Einträge passen (RFC 7672 §2.2). Wenn Sie gesehen haben, dass es so ist, sagen Sie es; dann werden sie veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>The audit is of {date}.</source>
        <translation>Die Prüfung ist vom {date}.</translation>
    </message>
    <message>
        <source>The audit is of {date}, or was not finished: audit the domain again, so that this is of today.</source>
        <translation>Die Prüfung ist vom {date} oder wurde nicht abgeschlossen: Prüfen Sie die Domain erneut, damit dies von heute ist.</translation>
    </message>
    <message>
        <source>Senders see the policy.</source>
        <translation>Sendende Server sehen die Richtlinie.</translation>
    </message>
    <message>
        <source>Senders do not see the policy in mode testing: publish it so first, and let them report.</source>
        <translation>Sendende Server sehen keine Richtlinie im Modus testing: Veröffentlichen Sie sie zuerst so, und lassen Sie sich berichten.</translation>
    </message>
    <message>
        <source>It could not be told whether senders see the policy: audit the domain again.</source>
        <translation>Es ließ sich nicht feststellen, ob sendende Server die Richtlinie sehen: Prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>The policy covers every mail server.</source>
        <translation>Die Richtlinie deckt jeden Mailserver ab.</translation>
    </message>
    <message>
        <source>The policy does not cover {hosts}: senders would not deliver there. Add patterns (mx) for them.</source>
        <translation>Die Richtlinie deckt {hosts} nicht ab: Sendende Server würden dort nicht zustellen. Ergänzen Sie Muster (mx) dafür.</translation>
    </message>
    <message>
        <source>The mail servers of {hosts} are not known: audit the domain again.</source>
        <translation>Die Mailserver von {hosts} sind nicht bekannt: Prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>Every mail server offers STARTTLS and shows a certificate that holds.</source>
        <translation>Jeder Mailserver bietet STARTTLS an und zeigt ein gültiges Zertifikat.</translation>
    </message>
    <message>
        <source>Senders would not deliver to {hosts}, at some address at least: their findings say what to mend.</source>
        <translation>Sendende Server würden {hosts} nicht beliefern, zumindest an einer Adresse: Die Befunde sagen, was zu beheben ist.</translation>
    </message>
    <message>
        <source>{hosts} could not be tested: audit the domain again, from a network that reaches port 25.</source>
        <translation>{hosts} ließ sich nicht testen: Prüfen Sie die Domain erneut, aus einem Netz, das Port 25 erreicht.</translation>
    </message>
    <message>
        <source>The audit finds no error.</source>
        <translation>Die Prüfung findet keinen Fehler.</translation>
    </message>
    <message>
        <source>The audit finds errors ({rules}): mend them first.</source>
        <translation>Die Prüfung findet Fehler ({rules}): Beheben Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The policy has been tested long enough.</source>
        <translation>Die Richtlinie ist lange genug getestet.</translation>
    </message>
    <message>
        <source>The policy is known to be in mode testing since {since}. Some senders write once a week only: wait until {until}.</source>
        <translation>Die Richtlinie ist, soweit bekannt, seit {since} im Modus testing. Manche schreiben nur einmal in der Woche: Warten Sie bis {until}.</translation>
    </message>
    <message>
        <source>The time in mode testing begins when senders see the policy.</source>
        <translation>Die Zeit im Modus testing beginnt, wenn sendende Server die Richtlinie sehen.</translation>
    </message>
    <message>
        <source>Senders are asked for reports (TLS-RPT).</source>
        <translation>Sendende Server werden um Berichte gebeten (TLS-RPT).</translation>
    </message>
    <message>
        <source>Senders are not asked for reports, so nobody would learn what fails: publish a TLS-RPT record.</source>
        <translation>Sendende Server werden nicht um Berichte gebeten, deshalb würde niemand erfahren, was misslingt: Veröffentlichen Sie einen TLS-RPT-Eintrag.</translation>
    </message>
    <message>
        <source>It could not be told whether senders are asked for reports (TLS-RPT): audit the domain again.</source>
        <translation>Es ließ sich nicht feststellen, ob sendende Server um Berichte gebeten werden (TLS-RPT): Prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>No certificate ends soon; the first is that of {host}, on {date}.</source>
        <translation>Kein Zertifikat läuft bald ab; als Erstes das von {host}, am {date}.</translation>
    </message>
    <message>
        <source>The certificate of {host} ends on {date}: see that it is renewed first.</source>
        <translation>Das Zertifikat von {host} läuft am {date} ab: Sorgen Sie zuerst dafür, dass es erneuert wird.</translation>
    </message>
    <message>
        <source>No certificate was seen: audit the domain again.</source>
        <translation>Es wurde kein Zertifikat gesehen: Prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>You said on {date} that the reports show no failures.</source>
        <translation>Sie haben am {date} angegeben, dass die Berichte keine Fehlschläge zeigen.</translation>
    </message>
    <message>
        <source>You said on {date} that the reports show failures: find out what they are before senders refuse mail for them.</source>
        <translation>Sie haben am {date} angegeben, dass die Berichte Fehlschläge zeigen: Finden Sie heraus, woran sie liegen, bevor sendende Server ihretwegen E-Mail ablehnen.</translation>
    </message>
    <message>
        <source>Nobody said yet that the reports of the last days show no failures: read them, and say so.</source>
        <translation>Noch niemand hat angegeben, dass die Berichte der letzten Tage keine Fehlschläge zeigen: Lesen Sie sie, und geben Sie es dann an.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>signed and valid</source>
        <translation>signiert und gültig</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>signature wrong</source>
        <translation>Signatur ungültig</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>ein Eintrag</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>no record of this type</source>
        <translation>kein Eintrag dieses Typs</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>kein solcher Name</translation>
    </message>
    <message>
        <source>the name server failed (SERVFAIL)</source>
        <translation>der Nameserver meldete einen Fehler (SERVFAIL)</translation>
    </message>
    <message>
        <source>the name server refused (REFUSED)</source>
        <translation>der Nameserver lehnte ab (REFUSED)</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>no usable answer</source>
        <translation>keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No record announces a policy: senders treat the domain as having none.</source>
        <translation>Kein Eintrag kündigt eine Richtlinie an: Sendende Server behandeln die Domain, als hätte sie keine.</translation>
    </message>
    <message>
        <source>More than one record announces a policy: senders must ignore them all.</source>
        <translation>Mehr als ein Eintrag kündigt eine Richtlinie an: Sendende Server müssen alle ignorieren.</translation>
    </message>
    <message>
        <source>This looks like MTA-STS, but its version is not STSv1: senders ignore it.</source>
        <translation>Das sieht nach MTA-STS aus, aber die Version ist nicht STSv1: Sendende Server ignorieren es.</translation>
    </message>
    <message>
        <source>This domain publishes an MTA-STS policy.</source>
        <translation>Diese Domain veröffentlicht eine MTA-STS-Richtlinie.</translation>
    </message>
    <message>
        <source>The policy&apos;s serial: senders fetch the file again only when it changes.</source>
        <translation>Die Kennung der Richtlinie: Sendende Server rufen die Datei nur dann neu ab, wenn sich diese Kennung ändert.</translation>
    </message>
    <message>
        <source>The id must be 1 to 32 letters or digits.</source>
        <translation>Die id muss aus 1 bis 32 Buchstaben oder Ziffern bestehen.</translation>
    </message>
    <message>
        <source>An extension: senders that do not know it ignore it.</source>
        <translation>Eine Erweiterung: Sendende Server, die sie nicht kennen, ignorieren sie.</translation>
    </message>
    <message>
        <source>Outside the grammar at octet %1.</source>
        <translation>Außerhalb der Grammatik bei Byte %1.</translation>
    </message>
    <message>
        <source>Nobody is asked for reports: you do not hear when senders fail to deliver securely.</source>
        <translation>Niemand wird um Berichte gebeten: Sie erfahren nicht, wenn sendende Server nicht sicher zustellen können.</translation>
    </message>
    <message>
        <source>More than one record: senders must ignore them all.</source>
        <translation>Mehr als ein Eintrag: Sendende Server müssen alle ignorieren.</translation>
    </message>
    <message>
        <source>This domain wants reports about encrypted delivery (TLS-RPT).</source>
        <translation>Diese Domain möchte Berichte über die verschlüsselte Zustellung (TLS-RPT).</translation>
    </message>
    <message>
        <source>This address cannot be used.</source>
        <translation>Diese Adresse ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Reports are to be sent here by mail.</source>
        <translation>Hierhin sollen Berichte per E-Mail gehen.</translation>
    </message>
    <message>
        <source>Reports are to be posted here.</source>
        <translation>Hierhin sollen Berichte per HTTPS (POST) gehen.</translation>
    </message>
    <message>
        <source>A null MX: this domain takes no mail.</source>
        <translation>Ein Null-MX: Diese Domain nimmt keine E-Mails an.</translation>
    </message>
    <message>
        <source>A mail server; the lowest number is tried first.</source>
        <translation>Ein Mailserver; die niedrigste Zahl wird zuerst versucht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>The name is an alias (CNAME) that leads here.</source>
        <translation>Der Name ist ein Alias (CNAME), der hierher führt.</translation>
    </message>
    <message>
        <source>Answered in %1.</source>
        <translation>Beantwortet in %1.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>answers for the zone</source>
        <translation>antwortet für die Zone</translation>
    </message>
    <message>
        <source>not asked: DNS questions do not go through the proxy</source>
        <translation>nicht gefragt: DNS-Fragen gehen nicht durch den Proxy</translation>
    </message>
    <message>
        <source>not asked: a private or reserved address</source>
        <translation>nicht gefragt: eine private oder reservierte Adresse</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Not so yet, or not known:</source>
        <translation>Noch nicht so oder nicht bekannt:</translation>
    </message>
    <message>
        <source>If it goes wrong: {rollback}</source>
        <translation>Wenn etwas schiefgeht: {rollback}</translation>
    </message>
    <message>
        <source>Mend the plan: what it means would lose mail</source>
        <translation>Den Plan berichtigen: So ginge Mail verloren</translation>
    </message>
    <message>
        <source>The policy has been in mode testing for two weeks. Read the reports, audit the domain, and see on the page &quot;Towards enforce&quot; of its plan what is left: only mode enforce protects anything.</source>
        <translation>Die Richtlinie ist seit zwei Wochen im Modus testing. Lesen Sie die Berichte, prüfen Sie die Domain, und sehen Sie auf der Seite „Zu enforce“ ihres Plans, was noch fehlt: Erst der Modus enforce schützt.</translation>
    </message>
    <message>
        <source>Look again at what mode enforce needs</source>
        <translation>Erneut prüfen, was der Modus enforce voraussetzt</translation>
    </message>
    <message>
        <source>The certificate of {host} ended on {date}</source>
        <translation>Das Zertifikat von {host} ist am {date} abgelaufen</translation>
    </message>
    <message>
        <source>The certificate of {host} ends on {date}</source>
        <translation>Das Zertifikat von {host} läuft am {date} ab</translation>
    </message>
    <message>
        <source>If it has been renewed since, audit the domain again and this is gone; otherwise senders that honour the policy refuse it from then on.</source>
        <translation>Wurde es inzwischen erneuert, prüfen Sie die Domain erneut, und dieser Hinweis verschwindet; sonst lehnen Absender, die die Richtlinie beachten, es von da an ab.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>no pattern</source>
        <translation>keinem Muster</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <comment>kind of key</comment>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Dates judged at</source>
        <translation>Stichtag für Fristen</translation>
    </message>
    <message>
        <source>Observed with</source>
        <translation>Beobachtet mit</translation>
    </message>
    <message>
        <source>MTA-STS Studio %1</source>
        <translation>MTA-STS Studio %1</translation>
    </message>
    <message>
        <source>Report written by</source>
        <translation>Bericht erstellt mit</translation>
    </message>
    <message>
        <source>DNS resolver</source>
        <translation>DNS-Resolver</translation>
    </message>
    <message>
        <source>Trusted roots</source>
        <translation>Stammzertifikate</translation>
    </message>
    <message>
        <source>EHLO name</source>
        <translation>EHLO-Name</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>SMTP %1, HTTPS %2</source>
        <translation>SMTP %1, HTTPS %2</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>nur IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>nur IPv6</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>the resolver removes signatures, so nothing could be validated</source>
        <translation>der Resolver entfernt Signaturen, deshalb ließ sich nichts validieren</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>the audit was stopped before everything was asked</source>
        <translation>die Prüfung wurde abgebrochen, bevor alles abgefragt war</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What happens to mail</source>
        <translation>Was mit E-Mails geschieht</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>MTA-STS, TLS-RPT, STARTTLS and MX certificates</source>
        <translation>MTA-STS, TLS-RPT, STARTTLS und MX-Zertifikate</translation>
    </message>
    <message>
        <source>Written by MTA-STS Studio %1. What could not be tested is neither good nor bad.</source>
        <translation>Erstellt mit MTA-STS Studio %1. Was sich nicht prüfen ließ, ist weder gut noch schlecht.</translation>
    </message>
    <message>
        <source>The chain from the record to the certificates</source>
        <translation>Die Kette vom Eintrag bis zu den Zertifikaten</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es wichtig ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>What a sender meets at each address</source>
        <translation>Was ein sendender Server an jeder Adresse vorfindet</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Präferenz</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Covered by</source>
        <translation>Abgedeckt von</translation>
    </message>
    <message>
        <source>A sender would</source>
        <translation>Sender würde</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Zertifikat bis</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Certificates as shown by the servers, the soonest to expire first</source>
        <translation>Zertifikate, wie die Server sie zeigen; was zuerst abläuft, steht oben</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>Gezeigt von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Fetching the policy from each address of its host</source>
        <translation>Abruf der Richtlinie von jeder Adresse ihres Hosts</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Redirect to</source>
        <translation>Weiterleitung zu</translation>
    </message>
    <message>
        <source>The policy as served:</source>
        <translation>Die Richtlinie im Wortlaut:</translation>
    </message>
    <message>
        <source>What to change so that all of them honour it:</source>
        <translation>Was zu ändern ist, damit alle die Richtlinie beachten:</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Sendende Server</translation>
    </message>
    <message>
        <source>What programs that send mail make of record and policy</source>
        <translation>Wie Programme, die E-Mails senden, Eintrag und Richtlinie auffassen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>Die Richtlinie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Lesart</translation>
    </message>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>Every question asked, and the records that came back</source>
        <translation>Jede gestellte Frage und die Einträge, die zurückkamen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>How this was observed</source>
        <translation>Wie dies beobachtet wurde</translation>
    </message>
    <message>
        <source>Next step:</source>
        <translation>Nächster Schritt:</translation>
    </message>
    <message>
        <source>%1, observed %2</source>
        <comment>domain, time</comment>
        <translation>%1, beobachtet am %2</translation>
    </message>
    <message>
        <source>No PDF can be written without the fonts of a graphical system. Choose HTML instead.</source>
        <translation>Ohne die Schriften eines grafischen Systems lässt sich kein PDF schreiben. Wählen Sie stattdessen HTML.</translation>
    </message>
    <message>
        <source>The PDF could not be written. Choose HTML instead.</source>
        <translation>Das PDF ließ sich nicht schreiben. Wählen Sie stattdessen HTML.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>mark and verdict</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Lines that could not be used: %1</source>
        <translation>Unbrauchbare Zeilen: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first time, last time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Mail security report</source>
        <translation>Bericht zur E-Mail-Sicherheit</translation>
    </message>
    <message>
        <source>MTA-STS, TLS-RPT, STARTTLS and the certificates of mail servers</source>
        <translation>MTA-STS, TLS-RPT, STARTTLS und die Zertifikate der Mailserver</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>mark and state</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the saved evidence</source>
        <translation>
            <numerusform>und noch %n, siehe gespeicherte Belege</numerusform>
            <numerusform>und %n weitere, siehe gespeicherte Belege</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity: what it is about</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, rule %2, evidence at %3</source>
        <comment>RFC section, id of the rule, JSON pointer</comment>
        <translation>%1, Regel %2, Beleg unter %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>preference, host name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>key; state of the chain</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Key; chain</source>
        <translation>Schlüssel; Kette</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>record type, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What could not be tested is neither good nor bad. Results hold for the time and place of the observation; the saved evidence holds every octet they rest on.</source>
        <translation>Was sich nicht prüfen ließ, ist weder gut noch schlecht. Die Ergebnisse gelten für Zeit und Ort der Beobachtung; die gespeicherten Belege enthalten jedes Byte, auf dem sie beruhen.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Mail to this domain travels encrypted, to servers that prove who they are. Senders that honour MTA-STS accept nothing less, so nobody on the way can read or redirect mail by taking the encryption away.</source>
        <translation>E-Mails an diese Domain reisen verschlüsselt, zu Servern, die beweisen, wer sie sind. Sendende Server, die MTA-STS beachten, geben sich mit nichts Geringerem zufrieden. So kann niemand unterwegs E-Mails lesen oder umleiten, indem er die Verschlüsselung entfernt.</translation>
    </message>
    <message>
        <source>The domain rehearses: senders that honour MTA-STS check its mail servers and report failures, but deliver all the same. Until the policy is switched to enforce, somebody on the way could still read or redirect mail.</source>
        <translation>Die Domain probt noch: Sendende Server, die MTA-STS beachten, prüfen die Mailserver und melden Fehler, stellen aber trotzdem zu. Solange die Richtlinie nicht auf enforce steht, könnte jemand unterwegs E-Mails lesen oder umleiten.</translation>
    </message>
    <message>
        <source>No working MTA-STS policy tells senders to insist on encryption. Unless something else does, such as DANE, somebody who controls the network on the way can read or redirect mail to this domain without being noticed.</source>
        <translation>Keine wirksame MTA-STS-Richtlinie sagt sendenden Servern, dass sie auf Verschlüsselung bestehen sollen. Wenn nichts anderes dafür sorgt, etwa DANE, kann jemand, der das Netz unterwegs beherrscht, E-Mails an diese Domain unbemerkt lesen oder umleiten.</translation>
    </message>
    <message>
        <source>A mail server fails a check that senders make, or none can be reached. Depending on the policy and on the sender, mail is late, is returned, or is delivered without the protection that was meant.</source>
        <translation>Ein Mailserver besteht eine Prüfung nicht, die sendende Server vornehmen, oder keiner ist erreichbar. Je nach Richtlinie und sendendem Server kommen E-Mails verspätet an, gehen zurück oder werden ohne den gewollten Schutz zugestellt.</translation>
    </message>
    <message>
        <source>What decides could not be tested, so nothing is claimed: this is neither good nor bad. The findings say what stood in the way.</source>
        <translation>Das Entscheidende ließ sich nicht prüfen, deshalb wird nichts behauptet: Das ist weder gut noch schlecht. Die Befunde sagen, was im Weg stand.</translation>
    </message>
    <message>
        <source>This domain takes no mail, so there is nothing to protect on the way to it.</source>
        <translation>Diese Domain nimmt keine E-Mails an; auf dem Weg zu ihr gibt es also nichts zu schützen.</translation>
    </message>
    <message>
        <source>Errors: a rule is broken, mail is lost or unprotected</source>
        <translation>Fehler: Regel verletzt, E-Mails verloren oder ungeschützt</translation>
    </message>
    <message>
        <source>Warnings: advice is not followed, or trouble is to come</source>
        <translation>Warnungen: Rat nicht befolgt oder Probleme absehbar</translation>
    </message>
    <message>
        <source>Notes: good to know</source>
        <translation>Hinweise: gut zu wissen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message numerus="yes">
        <source>and %n more on the pages that follow.</source>
        <translation>
            <numerusform>und noch %n auf den folgenden Seiten.</numerusform>
            <numerusform>und %n weitere auf den folgenden Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>First certificate to expire</source>
        <translation>Das Zertifikat, das zuerst abläuft</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date (who shows the certificate)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Summary for %1</source>
        <translation>Zusammenfassung für %1</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>The chain that protects mail, link by link</source>
        <translation>Die Kette, die E-Mails schützt, Glied für Glied</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>earlier today, %1</source>
        <translation>heute bereits, %1</translation>
    </message>
    <message>
        <source>later today, %1</source>
        <translation>heute noch, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
    <message numerus="yes">
        <source>in %n days, %1</source>
        <translation>
            <numerusform>in %n Tag, %1</numerusform>
            <numerusform>in %n Tagen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago, %1</source>
        <translation>
            <numerusform>vor %n Tag, %1</numerusform>
            <numerusform>vor %n Tagen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, %2 UTC</source>
        <comment>date, time</comment>
        <translation>%1, %2 UTC</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>no certificate seen</source>
        <translation>kein Zertifikat gesehen</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrauenswürdig</translation>
    </message>
    <message>
        <source>self-signed</source>
        <translation>selbstsigniert</translation>
    </message>
    <message>
        <source>intermediate certificate missing</source>
        <translation>Zwischenzertifikat fehlt</translation>
    </message>
    <message>
        <source>unknown root</source>
        <translation>Stammzertifikat unbekannt</translation>
    </message>
    <message>
        <source>chain does not hold</source>
        <translation>Kette ungültig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>this computer has no network of this kind</source>
        <translation>dieser Computer hat kein Netz dieser Art</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>no route to the host</source>
        <translation>keine Route zum Host</translation>
    </message>
    <message>
        <source>connection cut</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>the proxy did not work</source>
        <translation>der Proxy funktionierte nicht</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake fehlgeschlagen</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>not well-formed HTTP</source>
        <translation>kein wohlgeformtes HTTP</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the chain: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <comment>the most useful thing to do</comment>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>Source: %1, evidence %2</source>
        <comment>RFC section, JSON pointer</comment>
        <translation>Quelle: %1, Beleg %2</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Befunde: %1</translation>
    </message>
    <message>
        <source>MX</source>
        <translation>MX</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>type, name: state</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1, DNSSEC: %2</source>
        <comment>answer, its DNSSEC status</comment>
        <translation>%1, DNSSEC: %2</translation>
    </message>
    <message>
        <source>Policy as served</source>
        <translation>Richtlinie im Wortlaut</translation>
    </message>
    <message>
        <source>To please all: %1</source>
        <comment>what to change</comment>
        <translation>Damit alle die Richtlinie beachten: %1</translation>
    </message>
    <message>
        <source>Observed %1 in %2, resolver %3.</source>
        <translation>Beobachtet am %1 in %2, Resolver %3.</translation>
    </message>
    <message>
        <source>%1 The audit was stopped before everything was asked.</source>
        <translation>%1 Die Prüfung wurde abgebrochen, bevor alles abgefragt war.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, verdict</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 unusable</source>
        <comment>input lines</comment>
        <translation>%1 unbrauchbar</translation>
    </message>
    <message>
        <source>Domains: %1</source>
        <translation>Domains: %1</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>im Test</translation>
    </message>
    <message>
        <source>unprotected</source>
        <translation>ungeschützt</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>gefährdet</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Policy host</source>
        <translation>Richtlinien-Host</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>TLS-RPT</source>
        <translation>TLS-RPT</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>no STARTTLS</source>
        <translation>kein STARTTLS</translation>
    </message>
    <message>
        <source>certificate for another name</source>
        <translation>Zertifikat für anderen Namen</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>encryption failed</source>
        <translation>Verschlüsselung fehlgeschlagen</translation>
    </message>
    <message>
        <source>TLSA record does not match</source>
        <translation>TLSA-Eintrag passt nicht</translation>
    </message>
    <message>
        <source>DNSSEC validation failed</source>
        <translation>DNSSEC-Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>this network may block port 25</source>
        <translation>dieses Netz sperrt vielleicht Port 25</translation>
    </message>
    <message>
        <source>stopped before it was asked</source>
        <translation>vor der Abfrage abgebrochen</translation>
    </message>
    <message>
        <source>the clock of this computer was wrong</source>
        <translation>die Uhr dieses Computers ging falsch</translation>
    </message>
    <message>
        <source>EHLO refused after TLS</source>
        <translation>EHLO nach TLS abgelehnt</translation>
    </message>
    <message>
        <source>EHLO refused</source>
        <translation>EHLO abgelehnt</translation>
    </message>
    <message>
        <source>addresses of this family were not wanted</source>
        <translation>Adressen dieser Familie nicht gewünscht</translation>
    </message>
    <message>
        <source>turned away at the greeting</source>
        <translation>bei der Begrüßung abgewiesen</translation>
    </message>
    <message>
        <source>private or reserved address, not contacted</source>
        <translation>private oder reservierte Adresse, nicht kontaktiert</translation>
    </message>
    <message>
        <source>not offered, but the command is accepted</source>
        <translation>nicht angeboten, der Befehl wird aber angenommen</translation>
    </message>
    <message>
        <source>the conversation ended early</source>
        <translation>der Dialog endete vorzeitig</translation>
    </message>
    <message>
        <source>plaintext injected before TLS</source>
        <translation>Klartext vor TLS eingeschleust</translation>
    </message>
    <message>
        <source>more addresses than are tested</source>
        <translation>mehr Adressen, als geprüft werden</translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>kein Zertifikat</translation>
    </message>
    <message>
        <source>an old server without EHLO</source>
        <translation>ein alter Server ohne EHLO</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>the answer is not SMTP</source>
        <translation>die Antwort ist kein SMTP</translation>
    </message>
    <message>
        <source>certificate not valid yet</source>
        <translation>Zertifikat noch nicht gültig</translation>
    </message>
    <message>
        <source>only a common name</source>
        <translation>nur ein Common Name</translation>
    </message>
    <message>
        <source>SMTP grammar broken</source>
        <translation>SMTP-Grammatik verletzt</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>Zertifikat widerrufen</translation>
    </message>
    <message>
        <source>STARTTLS refused</source>
        <translation>STARTTLS abgelehnt</translation>
    </message>
    <message>
        <source>answers too slowly</source>
        <translation>antwortet zu langsam</translation>
    </message>
    <message>
        <source>asked to come back later</source>
        <translation>auf später vertröstet</translation>
    </message>
    <message>
        <source>only TLS older than 1.2</source>
        <translation>nur TLS älter als 1.2</translation>
    </message>
    <message>
        <source>weak key or signature</source>
        <translation>Schlüssel oder Signatur schwach</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>result (reason)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; DANE valid</source>
        <translation>%1; DANE gültig</translation>
    </message>
    <message>
        <source>%1; DANE not usable</source>
        <translation>%1; DANE nicht brauchbar</translation>
    </message>
    <message>
        <source>%1; DANE fails</source>
        <translation>%1; DANE schlägt fehl</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>kein Eintrag</translation>
    </message>
    <message>
        <source>record not valid</source>
        <translation>Eintrag ungültig</translation>
    </message>
    <message>
        <source>policy not available</source>
        <translation>Richtlinie nicht verfügbar</translation>
    </message>
    <message>
        <source>policy not valid</source>
        <translation>Richtlinie ungültig</translation>
    </message>
    <message>
        <source>mode none</source>
        <translation>Modus none</translation>
    </message>
    <message>
        <source>mode testing</source>
        <translation>Testmodus (testing)</translation>
    </message>
    <message>
        <source>mode enforce</source>
        <translation>Modus enforce</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>deliver</source>
        <translation>zustellen</translation>
    </message>
    <message>
        <source>not deliver</source>
        <translation>nicht zustellen</translation>
    </message>
    <message>
        <source>not validated</source>
        <translation>nicht validiert</translation>
    </message>
    <message>
        <source>signed and valid</source>
        <translation>signiert und gültig</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>signature not valid</source>
        <translation>Signatur ungültig</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>no record of this type</source>
        <translation>kein Eintrag dieses Typs</translation>
    </message>
    <message>
        <source>no such name (NXDOMAIN)</source>
        <translation>kein solcher Name (NXDOMAIN)</translation>
    </message>
    <message>
        <source>the server failed (SERVFAIL)</source>
        <translation>der Server meldete einen Fehler (SERVFAIL)</translation>
    </message>
    <message>
        <source>refused (REFUSED)</source>
        <translation>abgelehnt (REFUSED)</translation>
    </message>
    <message>
        <source>no resolver could be reached</source>
        <translation>kein Resolver erreichbar</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>one error</source>
        <translation>ein Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>no warnings</source>
        <translation>keine Warnungen</translation>
    </message>
    <message>
        <source>one warning</source>
        <translation>eine Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>no notes</source>
        <translation>keine Hinweise</translation>
    </message>
    <message>
        <source>one note</source>
        <translation>ein Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>errors, warnings, notes</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>domain (its A-label form)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mail security of %1</source>
        <translation>E-Mail-Sicherheit von %1</translation>
    </message>
    <message numerus="yes">
        <source>Mail security of %n domains</source>
        <translation>
            <numerusform>E-Mail-Sicherheit von %n Domain</numerusform>
            <numerusform>E-Mail-Sicherheit von %n Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>nicht zu erreichen</translation>
    </message>
    <message>
        <source>could not be reached: %1</source>
        <comment>system error</comment>
        <translation>nicht zu erreichen: %1</translation>
    </message>
    <message>
        <source>not asked: DNS questions do not go through the proxy</source>
        <translation>nicht gefragt: DNS-Fragen gehen nicht durch den Proxy</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <comment>reason</comment>
        <translation>nicht gefragt: %1</translation>
    </message>
    <message>
        <source>answers</source>
        <comment>a name server</comment>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>unencrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>encrypted, not verified</source>
        <translation>verschlüsselt, ungeprüft</translation>
    </message>
    <message>
        <source>encrypted, verified</source>
        <translation>verschlüsselt und geprüft</translation>
    </message>
    <message>
        <source>all mail servers, at worst</source>
        <translation>alle Mailserver, schlimmstenfalls</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>host name, address</comment>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>DANE and MTA-STS</source>
        <translation>DANE und MTA-STS</translation>
    </message>
    <message>
        <source>DANE alone</source>
        <translation>nur DANE</translation>
    </message>
    <message>
        <source>MTA-STS alone</source>
        <translation>nur MTA-STS</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>keins von beiden</translation>
    </message>
    <message>
        <source>The MX records are not signed with DNSSEC, so DANE gives less assurance: some senders do not count it.</source>
        <translation>Die MX-Einträge sind nicht mit DNSSEC signiert, deshalb bietet DANE weniger Gewähr: Manche Absender zählen es nicht.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>TLS versions, kinds of keys</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Port of name servers</source>
        <translation>Port der Nameserver</translation>
    </message>
    <message>
        <source>What becomes of mail, by what a sender checks</source>
        <translation>Was aus der Post wird, je nachdem, was ein Absender prüft</translation>
    </message>
    <message>
        <source>What becomes of mail at each server: encrypted, to a server that proved who it is or to any, or not delivered</source>
        <translation>Was an jedem Server aus der Post wird: verschlüsselt, an einen Server, der sich ausgewiesen hat, oder an irgendeinen, oder nicht zugestellt</translation>
    </message>
    <message>
        <source>What each name server says</source>
        <translation>Was jeder Nameserver sagt</translation>
    </message>
    <message>
        <source>The authoritative name servers of the zone, each asked directly</source>
        <translation>Die autoritativen Nameserver der Zone, jeder unmittelbar gefragt</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>MTA-STS</source>
        <translation>MTA-STS</translation>
    </message>
    <message>
        <source>Nothing needs to be changed to please them all.</source>
        <translation>Es muss nichts geändert werden, damit alle sie befolgen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name server, its address</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no time was left for it</source>
        <translation>dafür blieb keine Zeit</translation>
    </message>
    <message>
        <source>%1; its second certificate</source>
        <comment>result; which certificate has it</comment>
        <translation>%1; sein zweites Zertifikat</translation>
    </message>
    <message>
        <source>The chain</source>
        <translation>Die Kette</translation>
    </message>
    <message>
        <source>TLSA records</source>
        <translation>TLSA-Einträge</translation>
    </message>
    <message>
        <source>until %1%2</source>
        <comment>date, then issuer and key after a comma</comment>
        <translation>bis %1%2</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>Präferenz</translation>
    </message>
    <message>
        <source>covered by</source>
        <translation>abgedeckt durch</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>renewed with the same key</source>
        <translation>erneuert mit demselben Schlüssel</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>anderer Schlüssel</translation>
    </message>
    <message>
        <source>only the line ends</source>
        <translation>nur die Zeilenenden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rule, subject</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>host, what of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 -&gt; %2</source>
        <comment>before, after</comment>
        <translation>%1 -&gt; %2</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nichts ist anders.</translation>
    </message>
    <message>
        <source>%1 Judged as of %2.</source>
        <comment>when it was observed, a later time</comment>
        <translation>%1 Beurteilt zum Zeitpunkt %2.</translation>
    </message>
    <message>
        <source>[-planned-]{+live+}</source>
        <comment>how differences are marked; keep the brackets and signs</comment>
        <translation>[-geplant-]{+in Betrieb+}</translation>
    </message>
    <message>
        <source>planned -&gt; live: %1</source>
        <translation>geplant -&gt; in Betrieb: %1</translation>
    </message>
    <message>
        <source>planned:</source>
        <translation>geplant:</translation>
    </message>
    <message>
        <source>live:</source>
        <translation>in Betrieb:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a row is about, host or name</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>to publish:</source>
        <translation>zu veröffentlichen:</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>fits</source>
        <comment>a certificate</comment>
        <translation>passt</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>wie geplant</translation>
    </message>
    <message>
        <source>does not fit</source>
        <comment>a certificate</comment>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>nicht geplant</translation>
    </message>
    <message numerus="yes">
        <source>%n not as planned</source>
        <translation>
            <numerusform>%n nicht wie geplant</numerusform>
            <numerusform>%n nicht wie geplant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as planned</source>
        <translation>
            <numerusform>%n wie geplant</numerusform>
            <numerusform>%n wie geplant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tested</source>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Now.</source>
        <translation>Jetzt.</translation>
    </message>
    <message>
        <source>Not before %1, and not before the step above it.</source>
        <comment>date</comment>
        <translation>Nicht vor %1, und nicht vor dem Schritt darüber.</translation>
    </message>
    <message>
        <source>If it goes wrong: %1</source>
        <comment>what to do</comment>
        <translation>Wenn etwas schiefgeht: %1</translation>
    </message>
    <message>
        <source>Before mode enforce</source>
        <translation>Vor dem Modus enforce</translation>
    </message>
    <message>
        <source>How it is now was seen on %1.</source>
        <comment>date</comment>
        <translation>Wie es jetzt ist, wurde am %1 gesehen.</translation>
    </message>
    <message>
        <source>Nothing is to be done: it is as it is meant to be.</source>
        <translation>Es ist nichts zu tun: Es ist so, wie es sein soll.</translation>
    </message>
    <message>
        <source>with an OCSP response</source>
        <translation>mit OCSP-Antwort</translation>
    </message>
    <message>
        <source>with an OCSP response, but not in every connection</source>
        <translation>mit OCSP-Antwort, aber nicht in jeder Verbindung</translation>
    </message>
    <message>
        <source>no OCSP response, though the certificate demands one</source>
        <translation>keine OCSP-Antwort, obwohl das Zertifikat eine verlangt</translation>
    </message>
    <message>
        <source>no OCSP response</source>
        <translation>keine OCSP-Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n timestamps (SCT)</source>
        <translation>
            <numerusform>%n Zeitstempel (SCT)</numerusform>
            <numerusform>%n Zeitstempel (SCT)</numerusform>
        </translation>
    </message>
    <message>
        <source>no timestamps (SCT)</source>
        <translation>keine Zeitstempel (SCT)</translation>
    </message>
    <message>
        <source>no link to its issuer (AIA)</source>
        <translation>kein Verweis auf den Aussteller (AIA)</translation>
    </message>
    <message>
        <source>link to its issuer: %1 (AIA)</source>
        <translation>Verweis auf den Aussteller: %1 (AIA)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Nobody looked at the domain: this goes by what the plan says was published.</source>
        <translation>Niemand hat die Domain angesehen: Dies geht von dem aus, was laut Plan veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>its address came with an answer that fails DNSSEC validation</source>
        <translation>seine Adresse stammt aus einer Antwort, die der DNSSEC-Prüfung nicht standhält</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Plan of %1, and what is live</source>
        <translation>Plan von %1 und was in Betrieb ist</translation>
    </message>
    <message numerus="yes">
        <source>%n plans, and what is live</source>
        <translation>
            <numerusform>%n Plan und was in Betrieb ist</numerusform>
            <numerusform>%n Pläne und was in Betrieb ist</numerusform>
        </translation>
    </message>
    <message>
        <source>The domain is meant to be without MTA-STS.</source>
        <translation>Die Domain soll ohne MTA-STS sein.</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>%1 %2. %3</source>
        <comment>box to tick, number, title</comment>
        <translation>%1 %2. %3</translation>
    </message>
    <message>
        <source>To be taken away</source>
        <translation>Zu entfernen</translation>
    </message>
    <message>
        <source>To be published</source>
        <translation>Zu veröffentlichen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>box to tick, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plan of %1</source>
        <translation>Plan für %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Live and intended</source>
        <translation>Ist und Plan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 on</source>
        <comment>date</comment>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>date</comment>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>when to do something</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Nichts ist fällig.</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>How it is now could not be told: this goes by what the plan says was published.</source>
        <translation>Wie es jetzt ist, ließ sich nicht feststellen: Dies geht von dem aus, was laut Plan veröffentlicht wurde.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>opened file</source>
        <translation>geöffnete Datei</translation>
    </message>
    <message>
        <source>auditing</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>not audited</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>number of errors / number of warnings</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Errors / warnings</source>
        <translation>Fehler / Warnungen</translation>
    </message>
    <message>
        <source>Next expiry</source>
        <translation>Nächster Ablauf</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>What happens to mail</source>
        <translation>Was mit E-Mails geschieht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>domain, where from</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The certificate of the mail server {subject} expired {ago} ago, on {date} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Mailservers {subject} ist vor {ago} abgelaufen, am {date} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>Under a policy in mode enforce, senders that honour MTA-STS do not deliver to a server with an expired certificate; in mode testing they report it.</source>
        <translation>Bei einer Richtlinie im Modus enforce stellen sendende Server, die MTA-STS beachten, einem Server mit abgelaufenem Zertifikat nicht zu; im Testmodus (testing) melden sie es.</translation>
    </message>
    <message>
        <source>Renew the certificate for {subject}, have the mail server load it (for example: postfix reload), and see why it was not renewed by itself.</source>
        <translation>Erneuern Sie das Zertifikat für {subject}, lassen Sie es den Mailserver laden (zum Beispiel: postfix reload), und klären Sie, warum es nicht automatisch erneuert wurde.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} is valid only from {date}, in {left} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Mailservers {subject} gilt erst ab {date}, in {left} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>Until then senders that honour MTA-STS refuse it under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Bis dahin lehnen sendende Server, die MTA-STS beachten, es bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>Go back to the former certificate until that date, or have one issued that is valid now.</source>
        <translation>Kehren Sie bis zu diesem Zeitpunkt zum vorherigen Zertifikat zurück, oder lassen Sie eines ausstellen, das schon jetzt gilt.</translation>
    </message>
    <message>
        <source>The mail server {subject} shows a self-signed certificate at {address}.</source>
        <translation>Der Mailserver {subject} zeigt unter {address} ein selbstsigniertes Zertifikat.</translation>
    </message>
    <message>
        <source>Anybody can make such a certificate, so it proves nothing. Senders that honour MTA-STS refuse it under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Ein solches Zertifikat kann jeder erstellen, es beweist also nichts. Sendende Server, die MTA-STS beachten, lehnen es bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>Have a certificate for {subject} issued by a public certification authority, for example Let&apos;s Encrypt: certbot certonly -d {subject}</source>
        <translation>Lassen Sie ein Zertifikat für {subject} von einer öffentlichen Zertifizierungsstelle ausstellen, zum Beispiel von Let&apos;s Encrypt: certbot certonly -d {subject}</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} leads to no trusted root: {detail} (issued by: {issuer})</source>
        <translation>Das Zertifikat des Mailservers {subject} führt zu keiner vertrauenswürdigen Stammzertifizierungsstelle: {detail} (ausgestellt von: {issuer})</translation>
    </message>
    <message>
        <source>Senders trust only the usual public certification authorities. Those that honour MTA-STS refuse this certificate under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Sendende Server vertrauen nur den üblichen öffentlichen Zertifizierungsstellen. Wenn sie MTA-STS beachten, lehnen sie dieses Zertifikat bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>The mail server {subject} does not send the intermediate certificate of: {issuer}</source>
        <translation>Der Mailserver {subject} sendet ein Zwischenzertifikat nicht mit, nämlich das von: {issuer}</translation>
    </message>
    <message>
        <source>Senders cannot guess the missing certificate, so they find no trusted root. Those that honour MTA-STS refuse it under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Sendende Server können das fehlende Zertifikat nicht erraten und finden deshalb keine vertrauenswürdige Stammzertifizierungsstelle. Wenn sie MTA-STS beachten, lehnen sie es bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>The certificate at {address} does not name the mail server {subject}; it names: {names}</source>
        <translation>Das Zertifikat unter {address} nennt den Mailserver {subject} nicht; es nennt: {names}</translation>
    </message>
    <message>
        <source>The certificate must hold the name of the MX record, not that of the domain, as a DNS name in its subjectAltName. Senders that honour MTA-STS refuse any other under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Das Zertifikat muss den Namen aus dem MX-Eintrag, nicht den der Domain, als DNS-Namen in seinem subjectAltName enthalten. Jedes andere lehnen sendende Server, die MTA-STS beachten, bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>Have a certificate issued that names {subject}. Or let the MX record and the policy use a name that the certificate holds.</source>
        <translation>Lassen Sie ein Zertifikat ausstellen, das {subject} nennt. Oder verwenden Sie im MX-Eintrag und in der Richtlinie einen Namen, den das Zertifikat enthält.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} has only a common name (CN {name}) and no DNS name.</source>
        <translation>Das Zertifikat des Mailservers {subject} enthält nur einen Common Name (CN {name}) und keinen DNS-Namen.</translation>
    </message>
    <message>
        <source>Senders look only at the DNS names of the subjectAltName; the common name has not counted for years. Those that honour MTA-STS refuse this certificate under a policy in mode enforce, and report it in mode testing.</source>
        <translation>Sendende Server achten nur auf die DNS-Namen im subjectAltName; der Common Name zählt seit Jahren nicht mehr. Wenn sie MTA-STS beachten, lehnen sie dieses Zertifikat bei einer Richtlinie im Modus enforce ab und melden es im Testmodus (testing).</translation>
    </message>
    <message>
        <source>Have a certificate issued with {subject} as a DNS name in its subjectAltName; every public certification authority does that by itself.</source>
        <translation>Lassen Sie ein Zertifikat ausstellen, das {subject} als DNS-Namen im subjectAltName enthält; jede öffentliche Zertifizierungsstelle macht das von sich aus.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} is too weak: {weakness} (certificate of {certificate})</source>
        <translation>Das Zertifikat des Mailservers {subject} ist zu schwach: {weakness} (Zertifikat: {certificate})</translation>
    </message>
    <message>
        <source>Keys of RSA below 2048 bits and signatures with SHA-1 or MD5 can be forged. Current TLS libraries refuse them, and so do senders that honour MTA-STS.</source>
        <translation>RSA-Schlüssel unter 2048 Bit und Signaturen mit SHA-1 oder MD5 lassen sich fälschen. Aktuelle TLS-Bibliotheken lehnen sie ab, ebenso sendende Server, die MTA-STS beachten.</translation>
    </message>
    <message>
        <source>Have a new certificate issued with an ECDSA P-256 or RSA 2048 key and a SHA-256 signature.</source>
        <translation>Lassen Sie ein neues Zertifikat mit einem Schlüssel nach ECDSA P-256 oder RSA 2048 und einer SHA-256-Signatur ausstellen.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} is revoked (serial number {serial}); the server&apos;s own OCSP response says so.</source>
        <translation>Das Zertifikat des Mailservers {subject} ist widerrufen (Seriennummer {serial}); das sagt die OCSP-Antwort des Servers selbst.</translation>
    </message>
    <message>
        <source>A revoked certificate is one whose key may be in other hands. Senders that look at revocation refuse it.</source>
        <translation>Der Schlüssel eines widerrufenen Zertifikats kann in fremden Händen sein. Sendende Server, die auf Widerrufe achten, lehnen es ab.</translation>
    </message>
    <message>
        <source>Find out why it was revoked, make a new key, and have a new certificate issued for {subject}.</source>
        <translation>Klären Sie, warum es widerrufen wurde, erzeugen Sie einen neuen Schlüssel, und lassen Sie ein neues Zertifikat für {subject} ausstellen.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} expires in {left}, on {date} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Mailservers {subject} läuft in {left} ab, am {date} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>After that, senders that honour MTA-STS do not deliver to it under a policy in mode enforce. Renewals are usually done by now, so this one may be stuck.</source>
        <translation>Danach stellen ihm sendende Server, die MTA-STS beachten, bei einer Richtlinie im Modus enforce nicht mehr zu. Üblicherweise ist die Erneuerung um diese Zeit schon erledigt; hier hängt sie vielleicht.</translation>
    </message>
    <message>
        <source>Renew the certificate before {date}, and see that the renewal runs by itself and the mail server loads the new one.</source>
        <translation>Erneuern Sie das Zertifikat vor {date}, und sorgen Sie dafür, dass die Erneuerung automatisch läuft und der Mailserver das neue Zertifikat lädt.</translation>
    </message>
    <message>
        <source>DANE protects the mail server {subject} at {address}: its certificate matches the TLSA record {record} at _25._tcp.{base}.</source>
        <translation>DANE schützt den Mailserver {subject} unter {address}: Sein Zertifikat passt zum TLSA-Eintrag {record} bei _25._tcp.{base}.</translation>
    </message>
    <message>
        <source>Senders that check DANE encrypt mail to it and know that they talk to the right server. The others rely on MTA-STS.</source>
        <translation>Sendende Server, die DANE prüfen, verschlüsseln E-Mails an ihn und wissen, dass sie mit dem richtigen Server sprechen. Die anderen verlassen sich auf MTA-STS.</translation>
    </message>
    <message>
        <source>Senders that check DANE do not deliver to the mail server {subject} at {address}: {reason}. At _25._tcp.{base} stands {records}.</source>
        <translation>Sendende Server, die DANE prüfen, stellen nicht an den Mailserver {subject} unter {address} zu: {reason}. Bei _25._tcp.{base} steht {records}.</translation>
    </message>
    <message>
        <source>Secure TLSA records say which certificate the server must show. When none fits, senders take the server for an impostor and keep the mail. Most often the certificate was renewed with a new key and the records were forgotten.</source>
        <translation>Sichere TLSA-Einträge sagen, welches Zertifikat der Server zeigen muss. Passt keiner, halten sendende Server ihn für einen Betrüger und behalten die E-Mail. Meist wurde das Zertifikat mit einem neuen Schlüssel erneuert und die Einträge wurden vergessen.</translation>
    </message>
    <message>
        <source>None of the TLSA records of the mail server {subject} can be used for mail: at _25._tcp.{base} stands {records}.</source>
        <translation>Keiner der TLSA-Einträge des Mailservers {subject} ist für E-Mail brauchbar: Bei _25._tcp.{base} steht {records}.</translation>
    </message>
    <message>
        <source>For mail only the usages 2 and 3 count, with data of the right form. Senders that check DANE encrypt here, but do not check whom they talk to.</source>
        <translation>Für E-Mail zählen nur die Verwendungen 2 und 3 mit Daten in der richtigen Form. Sendende Server, die DANE prüfen, verschlüsseln hier, prüfen aber nicht, mit wem sie sprechen.</translation>
    </message>
    <message>
        <source>Senders ignore the TLSA records of the mail server {subject}: they, or its addresses, are not signed with DNSSEC.</source>
        <translation>Sendende Server beachten die TLSA-Einträge des Mailservers {subject} nicht: Sie oder seine Adressen sind nicht mit DNSSEC signiert.</translation>
    </message>
    <message>
        <source>Anybody on the way could have put an unsigned TLSA record there, so it protects nothing.</source>
        <translation>Jeder auf dem Weg könnte einen unsignierten TLSA-Eintrag dorthin gesetzt haben, also schützt er nichts.</translation>
    </message>
    <message>
        <source>Have the zone of {base} signed with DNSSEC and its DS record published in the zone above, or remove the records.</source>
        <translation>Lassen Sie die Zone von {base} mit DNSSEC signieren und ihren DS-Eintrag in der Zone darüber veröffentlichen, oder entfernen Sie die Einträge.</translation>
    </message>
    <message>
        <source>Senders that check DANE cannot deliver to the mail server {subject}: the TLSA lookup at _25._tcp.{base} failed: {reason}</source>
        <translation>Sendende Server, die DANE prüfen, können nicht an den Mailserver {subject} zustellen: Die TLSA-Abfrage bei _25._tcp.{base} schlug fehl: {reason}</translation>
    </message>
    <message>
        <source>The zone is signed, so senders must know whether there are TLSA records. Without an answer that can be believed they keep the mail and try again, for some days.</source>
        <translation>Die Zone ist signiert, also müssen sendende Server wissen, ob es TLSA-Einträge gibt. Ohne eine glaubwürdige Antwort behalten sie die E-Mail und versuchen es einige Tage lang wieder.</translation>
    </message>
    <message>
        <source>See that the name servers answer this question, be it with “no such record”, and that its signatures hold: dig +dnssec _25._tcp.{base} TLSA</source>
        <translation>Sorgen Sie dafür, dass die Nameserver diese Frage beantworten, und sei es mit „kein solcher Eintrag“, und dass ihre Signaturen gelten: dig +dnssec _25._tcp.{base} TLSA</translation>
    </message>
    <message>
        <source>A TLSA record of the mail server {subject} holds the digest of nothing at all: at _25._tcp.{base} stands {records}.</source>
        <translation>Ein TLSA-Eintrag des Mailservers {subject} enthält den Hashwert von gar nichts: Bei _25._tcp.{base} steht {records}.</translation>
    </message>
    <message>
        <source>No certificate can match it. It comes about when the command that should have printed the certificate or key failed, and its empty output was hashed.</source>
        <translation>Kein Zertifikat kann dazu passen. So etwas entsteht, wenn der Befehl, der Zertifikat oder Schlüssel hätte ausgeben sollen, fehlschlug und der Hashwert seiner leeren Ausgabe gebildet wurde.</translation>
    </message>
    <message>
        <source>Make the record again from the certificate that the server shows, and look at each step: openssl x509 -in CERTIFICATE -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum</source>
        <translation>Erstellen Sie den Eintrag neu aus dem Zertifikat, das der Server zeigt, und prüfen Sie jeden Schritt: openssl x509 -in CERTIFICATE -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum</translation>
    </message>
    <message>
        <source>DANE and MTA-STS disagree about the certificate of the mail server {subject} at {address}: senders that check DANE {dane}, senders that honour MTA-STS alone {sts}.</source>
        <translation>DANE und MTA-STS sind über das Zertifikat des Mailservers {subject} unter {address} uneins: Sendende Server, die DANE prüfen, {dane}, solche, die nur MTA-STS beachten, {sts}.</translation>
    </message>
    <message>
        <source>Use a certificate from a public certification authority that names {subject}, and TLSA records that match it: then both agree.</source>
        <translation>Verwenden Sie ein Zertifikat einer öffentlichen Zertifizierungsstelle, das {subject} nennt, und TLSA-Einträge, die dazu passen: Dann sind sich beide einig.</translation>
    </message>
    <message>
        <source>Not everything on the way to the mail servers of {subject} is signed with DNSSEC: {names}</source>
        <translation>Nicht alles auf dem Weg zu den Mailservern von {subject} ist mit DNSSEC signiert: {names}</translation>
    </message>
    <message>
        <source>DANE works only for mail servers in signed zones, and is worth less where the domain&apos;s MX records are not signed. MTA-STS does not need DNSSEC.</source>
        <translation>DANE funktioniert nur für Mailserver in signierten Zonen und ist weniger wert, wo die MX-Einträge der Domain nicht signiert sind. MTA-STS braucht kein DNSSEC.</translation>
    </message>
    <message>
        <source>Nothing has to be done for MTA-STS. If you want DANE too, have these zones signed.</source>
        <translation>Für MTA-STS ist nichts zu tun. Wenn Sie auch DANE wollen, lassen Sie diese Zonen signieren.</translation>
    </message>
    <message>
        <source>The domain {subject} does not exist: the DNS answered NXDOMAIN.</source>
        <translation>Die Domain {subject} existiert nicht: Das DNS hat mit NXDOMAIN geantwortet.</translation>
    </message>
    <message>
        <source>A name that does not exist has nothing below it either: no mail servers, no MTA-STS record. Mail to it is returned at once.</source>
        <translation>Unter einem Namen, den es nicht gibt, liegt auch nichts: keine Mailserver, kein MTA-STS-Eintrag. E-Mails dorthin gehen sofort zurück.</translation>
    </message>
    <message>
        <source>Check the spelling. If the name is right, see whether its registration has lapsed, and whether the name servers of the registration serve the zone.</source>
        <translation>Prüfen Sie die Schreibweise. Wenn der Name stimmt, sehen Sie nach, ob die Registrierung abgelaufen ist und ob die dort hinterlegten Nameserver die Zone ausliefern.</translation>
    </message>
    <message>
        <source>{subject} takes no mail: it has neither MX records nor an address, and no MTA-STS record.</source>
        <translation>{subject} nimmt keine E-Mails an: Die Domain hat weder MX-Einträge noch eine Adresse und keinen MTA-STS-Eintrag.</translation>
    </message>
    <message>
        <source>Without an MX record or an address no sender can deliver, so there is nothing to protect.</source>
        <translation>Ohne MX-Eintrag oder Adresse kann kein sendender Server zustellen, es gibt also nichts zu schützen.</translation>
    </message>
    <message>
        <source>Nothing has to be done. To say it plainly, publish a null MX (RFC 7505): {subject}. MX 0 .</source>
        <translation>Sie müssen nichts tun. Um es ausdrücklich zu sagen, veröffentlichen Sie einen Null-MX (RFC 7505): {subject}. MX 0 .</translation>
    </message>
    <message>
        <source>DNSSEC validation fails for {name} {type}: {reason}</source>
        <translation>Die DNSSEC-Prüfung schlägt fehl für {name} {type}: {reason}</translation>
    </message>
    <message>
        <source>The zone says that it is signed, but its signatures do not hold (the answer is bogus). Every resolver that validates answers SERVFAIL: senders behind one find neither your mail servers nor your policy.</source>
        <translation>Die Zone gibt an, signiert zu sein, aber ihre Signaturen halten der Prüfung nicht stand (die Antwort ist bogus). Jeder validierende Resolver antwortet mit SERVFAIL: Sendende Server hinter einem solchen finden weder Ihre Mailserver noch Ihre Richtlinie.</translation>
    </message>
    <message>
        <source>Sign the zone again and compare the DS record at the registry with the zone&apos;s keys. Expired signatures and a DS record left over after a change of provider are the usual causes. If it cannot be mended soon, have the DS record removed: an unsigned zone works.</source>
        <translation>Signieren Sie die Zone neu, und vergleichen Sie den DS-Eintrag bei der Registry mit den Schlüsseln der Zone. Die üblichen Ursachen sind abgelaufene Signaturen und ein DS-Eintrag, der nach einem Anbieterwechsel stehen geblieben ist. Lässt sich das nicht bald beheben, lassen Sie den DS-Eintrag entfernen: Eine unsignierte Zone funktioniert.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock seems to be wrong: it showed {shown}, while {witness} points to {likely} or thereabouts.</source>
        <translation>Die Uhr dieses Computers geht offenbar falsch: Sie zeigte {shown}, richtig ist etwa {likely} (Anhaltspunkt: {witness}).</translation>
    </message>
    <message>
        <source>Whether a certificate is in date can only be told with the right time. So nothing is said about expired certificates, and none of it counts against the domain.</source>
        <translation>Ob ein Zertifikat gerade gilt, lässt sich nur mit der richtigen Uhrzeit sagen. Deshalb wird über abgelaufene Zertifikate nichts gesagt, und nichts davon geht zulasten der Domain.</translation>
    </message>
    <message>
        <source>Set the clock (for example: timedatectl set-ntp true) and audit again. Saved evidence can be judged at the right time: mta-sts judge FILE --at TIME</source>
        <translation>Stellen Sie die Uhr (zum Beispiel: timedatectl set-ntp true), und prüfen Sie erneut. Gespeicherte Belege lassen sich zum richtigen Zeitpunkt beurteilen: mta-sts judge FILE --at TIME</translation>
    </message>
    <message>
        <source>Something on this network opens TLS connections and signs them again; its certificates are issued by: {issuer}</source>
        <translation>Etwas in diesem Netz bricht TLS-Verbindungen auf und signiert sie neu; seine Zertifikate sind ausgestellt von: {issuer}</translation>
    </message>
    <message>
        <source>A proxy or a security product on this computer or network puts its own certificate in the place of the policy host&apos;s. What senders elsewhere see cannot be told from here, so the policy host&apos;s certificate is not judged.</source>
        <translation>Ein Proxy oder ein Sicherheitsprodukt auf diesem Computer oder in diesem Netz setzt sein eigenes Zertifikat an die Stelle dessen des Richtlinien-Hosts. Was sendende Server anderswo sehen, lässt sich von hier aus nicht sagen; deshalb wird das Zertifikat des Richtlinien-Hosts nicht beurteilt.</translation>
    </message>
    <message>
        <source>Audit from a network without TLS inspection, or have the names that begin with mta-sts. excepted from it.</source>
        <translation>Prüfen Sie von einem Netz ohne TLS-Inspektion aus, oder lassen Sie die Namen davon ausnehmen, die mit mta-sts. beginnen.</translation>
    </message>
    <message>
        <source>This network seems to block outgoing connections to port {port}: mail servers of different networks stay silent, while DNS and HTTPS work.</source>
        <translation>Dieses Netz blockiert offenbar ausgehende Verbindungen zu Port {port}: Mailserver in verschiedenen Netzen antworten nicht, DNS und HTTPS funktionieren aber.</translation>
    </message>
    <message>
        <source>Many access providers and clouds block the SMTP port to keep spam in. The mail servers could then not be tested; that says nothing about them.</source>
        <translation>Viele Zugangsanbieter und Clouds sperren den SMTP-Port, damit kein Spam hinausgeht. Die Mailserver konnten dann nicht geprüft werden; über sie sagt das nichts.</translation>
    </message>
    <message>
        <source>Audit from a machine that may send mail, or through it: ssh -D 1080 USER@HOST there, and here the option --proxy socks5://127.0.0.1:1080 (also in the preferences).</source>
        <translation>Prüfen Sie von einem Rechner aus, der E-Mails senden darf, oder über ihn: ssh -D 1080 USER@HOST dorthin und hier die Option --proxy socks5://127.0.0.1:1080 (auch in den Einstellungen).</translation>
    </message>
    <message>
        <source>Senders cannot find out where mail goes, for the lookup of {subject} ({type}) failed: {reason}</source>
        <translation>Sendende Server können nicht herausfinden, wohin E-Mails gehen, denn die Abfrage von {subject} ({type}) schlug fehl: {reason}</translation>
    </message>
    <message>
        <source>Without an answer to the lookup of the mail servers (MX) or of their addresses senders keep the mail and try again later, for some days.</source>
        <translation>Ohne Antwort auf die Abfrage der Mailserver (MX) oder ihrer Adressen behalten sendende Server die E-Mails und versuchen es einige Tage lang später wieder.</translation>
    </message>
    <message>
        <source>See that all name servers of the zone answer, and that its DNSSEC signatures hold: dig +dnssec {subject} {type}</source>
        <translation>Sorgen Sie dafür, dass alle Nameserver der Zone antworten und dass ihre DNSSEC-Signaturen gültig sind: dig +dnssec {subject} {type}</translation>
    </message>
    <message>
        <source>No connection to the mail server {subject} at {address}: {reason}</source>
        <translation>Keine Verbindung zum Mailserver {subject} unter {address}: {reason}</translation>
    </message>
    <message>
        <source>Senders cannot deliver to it. They use another mail server of the domain where there is one, else they keep the mail and try again.</source>
        <translation>Sendende Server können ihm nicht zustellen. Sie nehmen einen anderen Mailserver der Domain, falls es einen gibt; sonst behalten sie die E-Mails und versuchen es später wieder.</translation>
    </message>
    <message>
        <source>See that the mail server runs and that port 25 of {address} is open to the whole world. If the host is no longer in use, remove its MX record, and its line from the policy.</source>
        <translation>Sorgen Sie dafür, dass der Mailserver läuft und dass Port 25 von {address} für alle Welt offen ist. Wird der Host nicht mehr verwendet, entfernen Sie seinen MX-Eintrag und seine Zeile in der Richtlinie.</translation>
    </message>
    <message>
        <source>The mail server {subject} did not answer in time at {address}, while other mail servers did.</source>
        <translation>Der Mailserver {subject} hat unter {address} nicht rechtzeitig geantwortet, andere Mailserver schon.</translation>
    </message>
    <message>
        <source>Senders wait in vain, then use another mail server of the domain where there is one, or keep the mail and try again.</source>
        <translation>Sendende Server warten vergeblich; dann nehmen sie einen anderen Mailserver der Domain, falls es einen gibt, oder behalten die E-Mails und versuchen es später wieder.</translation>
    </message>
    <message>
        <source>See that the mail server runs and that no firewall drops connections to port 25 of {address}.</source>
        <translation>Sorgen Sie dafür, dass der Mailserver läuft und dass keine Firewall Verbindungen zu Port 25 von {address} verwirft.</translation>
    </message>
    <message>
        <source>The mail server {subject} turns senders away as soon as they connect to {address}: {reason}</source>
        <translation>Der Mailserver {subject} weist sendende Server ab, sobald sie sich mit {address} verbinden: {reason}</translation>
    </message>
    <message>
        <source>No mail can be delivered after such a greeting. A reply that begins with 554 often means that the client&apos;s address, here yours, is on a block list, while others are let in.</source>
        <translation>Nach einer solchen Begrüßung lässt sich keine E-Mail zustellen. Eine Antwort, die mit 554 beginnt, bedeutet oft, dass die Adresse des Clients, hier also Ihre, auf einer Sperrliste steht, während andere durchkommen.</translation>
    </message>
    <message>
        <source>Look into the mail server&apos;s log for the reason. If it refuses only the network you audit from, audit from another one.</source>
        <translation>Suchen Sie den Grund im Log des Mailservers. Weist er nur das Netz ab, von dem aus Sie prüfen, dann prüfen Sie von einem anderen aus.</translation>
    </message>
    <message>
        <source>The mail server {subject} refuses EHLO at {address}: {reason}</source>
        <translation>Der Mailserver {subject} lehnt EHLO unter {address} ab: {reason}</translation>
    </message>
    <message>
        <source>EHLO opens every conversation that can be encrypted. A sender that is refused here cannot go on.</source>
        <translation>Mit EHLO beginnt jede Sitzung, die verschlüsselt werden kann. Ein sendender Server, der hier abgewiesen wird, kommt nicht weiter.</translation>
    </message>
    <message>
        <source>See why the mail server does not like the name it is greeted with; RFC 5321 §4.1.4 forbids it to refuse mail because that name does not match the client&apos;s address.</source>
        <translation>Klären Sie, warum der Mailserver den Namen ablehnt, mit dem sich der Client vorstellt; RFC 5321 §4.1.4 verbietet ihm, E-Mails abzulehnen, weil dieser Name nicht zur Adresse des Clients passt.</translation>
    </message>
    <message>
        <source>What the mail server {subject} says at {address} is not SMTP as senders understand it: {reason}</source>
        <translation>Was der Mailserver {subject} unter {address} sagt, ist kein SMTP, wie es sendende Server verstehen: {reason}</translation>
    </message>
    <message>
        <source>A sender cannot tell what such a reply means, and breaks off.</source>
        <translation>Ein sendender Server weiß nicht, was eine solche Antwort bedeutet, und bricht ab.</translation>
    </message>
    <message>
        <source>Look at the transcript, and for a firewall or filter in front of the mail server that rewrites SMTP; turn such rewriting off.</source>
        <translation>Sehen Sie sich den Mitschnitt an, und suchen Sie nach einer Firewall oder einem Filter vor dem Mailserver, der SMTP umschreibt; schalten Sie dieses Umschreiben ab.</translation>
    </message>
    <message>
        <source>The mail server {subject} is slow at {address}: one step took {seconds} seconds.</source>
        <translation>Der Mailserver {subject} ist unter {address} langsam: Ein Schritt hat {seconds} Sekunden gedauert.</translation>
    </message>
    <message>
        <source>Senders are patient by the standard, but not all of them in practice; mail comes late.</source>
        <translation>Nach dem Standard sind sendende Server geduldig, in der Praxis aber nicht alle; E-Mails kommen verspätet an.</translation>
    </message>
    <message>
        <source>If the wait is not meant to deter spam, look for slow name lookups and block lists in the mail server&apos;s set-up.</source>
        <translation>Soll das Warten nicht Spam abwehren, suchen Sie in der Konfiguration des Mailservers nach langsamen Namensauflösungen und Sperrlistenabfragen.</translation>
    </message>
    <message>
        <source>The mail server {subject} could not be tested at {address}: {reason}</source>
        <translation>Der Mailserver {subject} konnte unter {address} nicht geprüft werden: {reason}</translation>
    </message>
    <message>
        <source>This says nothing about the server, neither good nor bad: many ask unknown clients to come back later, and many networks block port 25.</source>
        <translation>Das sagt nichts über den Server, weder Gutes noch Schlechtes: Viele bitten unbekannte Clients, später wiederzukommen, und viele Netze sperren Port 25.</translation>
    </message>
    <message>
        <source>Audit again later, or from a machine that may send mail, or through it: ssh -D 1080 USER@HOST there, and here the option --proxy socks5://127.0.0.1:1080</source>
        <translation>Prüfen Sie später erneut, oder von einem Rechner aus, der E-Mails senden darf, oder über ihn: ssh -D 1080 USER@HOST dorthin und hier die Option --proxy socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>The mail server {subject} can be reached over {working}, but not over {failing} at {address}: {reason}</source>
        <translation>Der Mailserver {subject} ist über {working} erreichbar, aber nicht über {failing} unter {address}: {reason}</translation>
    </message>
    <message>
        <source>Senders that try {failing} first lose time, and those that have nothing else cannot deliver.</source>
        <translation>Sendende Server, die es zuerst über {failing} versuchen, verlieren Zeit; und die, die nichts anderes haben, können nicht zustellen.</translation>
    </message>
    <message>
        <source>Let the mail server listen at {address} and open port 25 for it, or take this address out of the DNS.</source>
        <translation>Lassen Sie den Mailserver an {address} lauschen, und öffnen Sie dafür Port 25, oder nehmen Sie diese Adresse aus dem DNS.</translation>
    </message>
    <message>
        <source>The addresses of the mail server {subject} behave differently. At {address}: {reason}; at {other}: {otherReason}</source>
        <translation>Die Adressen des Mailservers {subject} verhalten sich unterschiedlich. Unter {address}: {reason}; unter {other}: {otherReason}</translation>
    </message>
    <message>
        <source>Which one a sender meets is chance: some mail is delivered at once, some late or not at all.</source>
        <translation>An welche ein sendender Server gerät, ist Zufall: Manche E-Mails werden sofort zugestellt, manche spät oder gar nicht.</translation>
    </message>
    <message>
        <source>Give the server behind {address} the same set-up and certificate as the one that works, or take this address out of the DNS.</source>
        <translation>Geben Sie dem Server hinter {address} dieselbe Konfiguration und dasselbe Zertifikat wie dem, der funktioniert, oder nehmen Sie diese Adresse aus dem DNS.</translation>
    </message>
    <message>
        <source>No mail server of {subject} is named in its policy; the policy names: {patterns}</source>
        <translation>Kein Mailserver von {subject} steht in der MTA-STS-Richtlinie der Domain; die Richtlinie nennt: {patterns}</translation>
    </message>
    <message>
        <source>In mode enforce, senders that honour MTA-STS then deliver no mail at all to the domain; in mode testing they report every delivery as a failure.</source>
        <translation>Im Modus enforce stellen sendende Server, die MTA-STS beachten, der Domain dann überhaupt keine E-Mails zu; im Testmodus (testing) melden sie jede Zustellung als Fehler.</translation>
    </message>
    <message>
        <source>Add an mx line to the policy for each mail server, then give the _mta-sts record a new id. Senders may keep the old policy until its max_age has run out.</source>
        <translation>Ergänzen Sie in der Richtlinie eine mx-Zeile für jeden Mailserver, und geben Sie dann dem Eintrag _mta-sts eine neue id. Sendende Server können die alte Richtlinie behalten, bis ihr max_age abgelaufen ist.</translation>
    </message>
    <message>
        <source>The mail server {subject} is not named in the policy; the policy names: {patterns}</source>
        <translation>Der Mailserver {subject} steht nicht in der Richtlinie; die Richtlinie nennt: {patterns}</translation>
    </message>
    <message>
        <source>In mode enforce, senders that honour MTA-STS deliver no mail to this server; in mode testing they report it. A pattern that begins with *. stands for exactly one label.</source>
        <translation>Im Modus enforce stellen sendende Server, die MTA-STS beachten, diesem Server keine E-Mails zu; im Testmodus (testing) melden sie es. Ein Muster, das mit *. beginnt, steht für genau ein Label.</translation>
    </message>
    <message>
        <source>Add this line to the policy, then give the _mta-sts record a new id: mx: {subject}</source>
        <translation>Ergänzen Sie diese Zeile in der Richtlinie, und geben Sie dann dem Eintrag _mta-sts eine neue id: mx: {subject}</translation>
    </message>
    <message>
        <source>{subject} says that it takes no mail (null MX).</source>
        <translation>{subject} erklärt, dass die Domain keine E-Mails annimmt (Null-MX).</translation>
    </message>
    <message>
        <source>Mail to the domain is returned at once, so there is nothing to protect.</source>
        <translation>E-Mails an die Domain gehen sofort zurück, es gibt also nichts zu schützen.</translation>
    </message>
    <message>
        <source>Nothing has to be done. If the domain should take mail, replace the null MX with the names of its mail servers.</source>
        <translation>Sie müssen nichts tun. Soll die Domain E-Mails annehmen, ersetzen Sie den Null-MX durch die Namen ihrer Mailserver.</translation>
    </message>
    <message>
        <source>{subject} has a null MX, which says that it takes no mail, and other MX records as well: {others}</source>
        <translation>{subject} hat einen Null-MX, nach dem die Domain keine E-Mails annimmt, und daneben weitere MX-Einträge: {others}</translation>
    </message>
    <message>
        <source>A null MX must stand alone. Beside others its meaning is anybody&apos;s guess: some senders deliver, some return the mail.</source>
        <translation>Ein Null-MX muss allein stehen. Was er neben anderen bedeutet, ist Auslegungssache: Manche sendenden Server stellen zu, manche schicken die E-Mails zurück.</translation>
    </message>
    <message>
        <source>Remove the MX record with the target &quot;.&quot; if the domain takes mail, or all the others if it does not.</source>
        <translation>Entfernen Sie den MX-Eintrag mit dem Ziel „.“, wenn die Domain E-Mails annimmt, oder alle anderen, wenn nicht.</translation>
    </message>
    <message>
        <source>{subject} has no MX record; senders deliver to the address of the domain itself.</source>
        <translation>{subject} hat keinen MX-Eintrag; sendende Server stellen an die Adresse der Domain selbst zu.</translation>
    </message>
    <message>
        <source>The domain is then its own mail server (the implicit MX): the policy and the certificate must name {subject}.</source>
        <translation>Die Domain ist dann ihr eigener Mailserver (der implizite MX): Richtlinie und Zertifikat müssen {subject} nennen.</translation>
    </message>
    <message>
        <source>Publish an MX record that names the mail server. If the domain takes no mail, publish a null MX: {subject}. MX 0 .</source>
        <translation>Veröffentlichen Sie einen MX-Eintrag, der den Mailserver nennt. Nimmt die Domain keine E-Mails an, veröffentlichen Sie einen Null-MX: {subject}. MX 0 .</translation>
    </message>
    <message>
        <source>Mail for {subject} cannot be delivered: the name has no address.</source>
        <translation>E-Mails für {subject} können nicht zugestellt werden: Der Name hat keine Adresse.</translation>
    </message>
    <message>
        <source>Senders skip a mail server without an A or AAAA record. When there is no other one, mail is returned.</source>
        <translation>Sendende Server überspringen einen Mailserver ohne A- oder AAAA-Eintrag. Gibt es keinen anderen, gehen die E-Mails zurück.</translation>
    </message>
    <message>
        <source>Publish an A or AAAA record for {subject}, or remove the MX record that names it.</source>
        <translation>Veröffentlichen Sie einen A- oder AAAA-Eintrag für {subject}, oder entfernen Sie den MX-Eintrag, der ihn nennt.</translation>
    </message>
    <message>
        <source>The mail server name {subject} is an alias (CNAME) of {target}.</source>
        <translation>Der Mailservername {subject} ist ein Alias (CNAME) von {target}.</translation>
    </message>
    <message>
        <source>An MX record must name a host, not an alias. Some senders refuse it; those that honour MTA-STS expect policy and certificate to name {subject}, not {target}.</source>
        <translation>Ein MX-Eintrag muss einen Host nennen, keinen Alias. Manche sendenden Server lehnen das ab; die, die MTA-STS beachten, erwarten in Richtlinie und Zertifikat den Namen {subject}, nicht {target}.</translation>
    </message>
    <message>
        <source>Let the MX record name {target} itself and the policy and its certificate too, or give {subject} addresses of its own.</source>
        <translation>Nennen Sie im MX-Eintrag {target} selbst und ebenso in der Richtlinie und im Zertifikat, oder geben Sie {subject} eigene Adressen.</translation>
    </message>
    <message>
        <source>An MX record holds an IP address instead of a name: {subject}</source>
        <translation>Ein MX-Eintrag enthält eine IP-Adresse statt eines Namens: {subject}</translation>
    </message>
    <message>
        <source>The target of an MX record is always read as a name, and no such name exists. Most senders cannot deliver, and no policy can cover it.</source>
        <translation>Das Ziel eines MX-Eintrags wird immer als Name gelesen, und diesen Namen gibt es nicht. Die meisten sendenden Server können nicht zustellen, und keine Richtlinie kann ihn abdecken.</translation>
    </message>
    <message>
        <source>Give the mail server a name with an A or AAAA record, and let the MX record hold that name.</source>
        <translation>Geben Sie dem Mailserver einen Namen mit A- oder AAAA-Eintrag, und tragen Sie diesen Namen in den MX-Eintrag ein.</translation>
    </message>
    <message>
        <source>The mail server {subject} has the address {address}, which is not a public one ({purpose}); it was not contacted.</source>
        <translation>Der Mailserver {subject} hat die Adresse {address}, die nicht öffentlich ist ({purpose}); er wurde dort nicht kontaktiert.</translation>
    </message>
    <message>
        <source>Such an address cannot be reached from the Internet. Senders that try it lose time, and mail may end at a machine of their own network.</source>
        <translation>Eine solche Adresse ist aus dem Internet nicht erreichbar. Sendende Server, die es dort versuchen, verlieren Zeit, und E-Mails können bei einem Rechner in deren eigenem Netz landen.</translation>
    </message>
    <message>
        <source>Publish only public addresses for {subject}. To audit a private network, allow it: --allow-private</source>
        <translation>Veröffentlichen Sie für {subject} nur öffentliche Adressen. Um ein privates Netz zu prüfen, erlauben Sie es: --allow-private</translation>
    </message>
    <message>
        <source>{subject} has one mail server only: {host}</source>
        <translation>{subject} hat nur einen Mailserver: {host}</translation>
    </message>
    <message>
        <source>While it is away, senders keep the mail and try again, usually for some days. Nothing is lost by that.</source>
        <translation>Während er ausfällt, behalten sendende Server die E-Mails und versuchen es wieder, meist einige Tage lang. Verloren geht dadurch nichts.</translation>
    </message>
    <message>
        <source>Nothing has to be done. A second mail server shortens delays, but needs a certificate and a place in the policy too.</source>
        <translation>Sie müssen nichts tun. Ein zweiter Mailserver verkürzt Verzögerungen, braucht aber ebenfalls ein Zertifikat und einen Platz in der Richtlinie.</translation>
    </message>
    <message>
        <source>The mail server {subject} stands in {count} MX records.</source>
        <translation>Der Mailserver {subject} steht in {count} MX-Einträgen.</translation>
    </message>
    <message>
        <source>Senders try it more than once in vain when it is away; otherwise it does no harm.</source>
        <translation>Fällt er aus, versuchen es sendende Server mehrmals vergeblich; sonst schadet es nicht.</translation>
    </message>
    <message>
        <source>Keep the MX record with the preference you mean, and remove the others.</source>
        <translation>Behalten Sie den MX-Eintrag mit der gewünschten Präferenz, und entfernen Sie die anderen.</translation>
    </message>
    <message>
        <source>{subject} has {count} mail servers; the first {limit} were tested.</source>
        <translation>{subject} hat {count} Mailserver; die ersten {limit} wurden geprüft.</translation>
    </message>
    <message>
        <source>Senders limit the number of servers that they try too, so many are never used; and what was not tested may be at fault.</source>
        <translation>Auch sendende Server begrenzen, wie viele Server sie versuchen; viele werden also nie genutzt. Und was nicht geprüft wurde, kann fehlerhaft sein.</translation>
    </message>
    <message>
        <source>Name fewer mail servers. Several addresses of one name share the load as well.</source>
        <translation>Nennen Sie weniger Mailserver. Auch mehrere Adressen eines Namens verteilen die Last.</translation>
    </message>
    <message>
        <source>Line {line} of the policy of {subject} is not “key: value”: {reason}</source>
        <translation>Zeile {line} der MTA-STS-Richtlinie von {subject} hat nicht die Form „key: value“: {reason}</translation>
    </message>
    <message>
        <source>One line outside the grammar makes the whole file worthless: strict senders go on as if there were no policy.</source>
        <translation>Eine einzige Zeile außerhalb der Grammatik macht die ganze Datei wertlos: Strenge sendende Server verfahren, als gäbe es keine Richtlinie.</translation>
    </message>
    <message>
        <source>Write the file with a plain text editor: one “key: value” a line, no blank lines, no comments, no indentation.</source>
        <translation>Schreiben Sie die Datei mit einem einfachen Texteditor: ein „key: value“ je Zeile, keine Leerzeilen, keine Kommentare, keine Einrückung.</translation>
    </message>
    <message>
        <source>Line {line} of the policy of {subject} has bytes that a policy cannot have, at column {column}: {reason}</source>
        <translation>Zeile {line} der MTA-STS-Richtlinie von {subject} enthält in Spalte {column} Bytes, die in einer Richtlinie nicht vorkommen dürfen: {reason}</translation>
    </message>
    <message>
        <source>Such bytes are often invisible in an editor, yet senders stumble over them and have no policy.</source>
        <translation>Solche Bytes sind im Editor oft unsichtbar, doch sendende Server stolpern darüber und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>Save the file as plain UTF-8 without a byte order mark, with lines that end in LF or CRLF.</source>
        <translation>Speichern Sie die Datei als reines UTF-8 ohne Byte Order Mark, mit Zeilen, die auf LF oder CRLF enden.</translation>
    </message>
    <message>
        <source>The policy of {subject} has no usable version: {reason}</source>
        <translation>Die MTA-STS-Richtlinie von {subject} hat keine brauchbare Version: {reason}</translation>
    </message>
    <message>
        <source>Senders read a policy only if it says version: STSv1, written exactly so. Without it there is no policy for them.</source>
        <translation>Sendende Server lesen eine Richtlinie nur, wenn darin version: STSv1 steht, genau so geschrieben. Ohne diese Zeile gibt es für sie keine Richtlinie.</translation>
    </message>
    <message>
        <source>Write this line into the policy: version: STSv1</source>
        <translation>Schreiben Sie diese Zeile in die Richtlinie: version: STSv1</translation>
    </message>
    <message>
        <source>The policy of {subject} has no usable mode: {reason}</source>
        <translation>Die MTA-STS-Richtlinie von {subject} hat keinen brauchbaren Modus: {reason}</translation>
    </message>
    <message>
        <source>The mode is one of enforce, testing and none, in small letters. With anything else senders have no policy.</source>
        <translation>Der Modus ist enforce, testing oder none, in Kleinbuchstaben. Bei allem anderen haben sendende Server keine Richtlinie.</translation>
    </message>
    <message>
        <source>Write one of these lines into the policy: “mode: testing” to try it out, “mode: enforce” to be protected.</source>
        <translation>Schreiben Sie eine dieser Zeilen in die Richtlinie: „mode: testing“ zum Ausprobieren, „mode: enforce“ für den Schutz.</translation>
    </message>
    <message>
        <source>The policy of {subject} has no usable max_age: {reason}</source>
        <translation>Die MTA-STS-Richtlinie von {subject} hat kein brauchbares max_age: {reason}</translation>
    </message>
    <message>
        <source>max_age says for how many seconds senders keep the policy: a whole number of at most 31557600 (a year). With anything else they have no policy.</source>
        <translation>max_age gibt an, wie viele Sekunden sendende Server die Richtlinie behalten: eine ganze Zahl bis höchstens 31557600 (ein Jahr). Bei allem anderen haben sie keine Richtlinie.</translation>
    </message>
    <message>
        <source>Write this line into the policy, with nothing behind the number: max_age: {suggestion}</source>
        <translation>Schreiben Sie diese Zeile in die Richtlinie, mit nichts hinter der Zahl: max_age: {suggestion}</translation>
    </message>
    <message>
        <source>The policy of {subject} names no mail server: there is no mx line.</source>
        <translation>Die MTA-STS-Richtlinie von {subject} nennt keinen Mailserver: Es gibt keine mx-Zeile.</translation>
    </message>
    <message>
        <source>Without an mx line the policy is malformed, unless its mode is none. Senders treat it as no policy.</source>
        <translation>Ohne mx-Zeile ist die Richtlinie fehlerhaft, außer im Modus none. Sendende Server verfahren, als gäbe es keine Richtlinie.</translation>
    </message>
    <message>
        <source>Add one line for each host of the MX records of {domain}, for example: mx: mx.example.com</source>
        <translation>Ergänzen Sie eine Zeile für jeden Host aus den MX-Einträgen von {domain}, zum Beispiel: mx: mx.example.com</translation>
    </message>
    <message>
        <source>Line {line} of the policy of {subject} has no usable mx pattern, “{pattern}”: {reason}</source>
        <translation>Zeile {line} der MTA-STS-Richtlinie von {subject} hat kein brauchbares mx-Muster, „{pattern}“: {reason}</translation>
    </message>
    <message>
        <source>A pattern is a host name, or “*.” and a host name. With anything else the whole policy is malformed, and senders treat it as no policy.</source>
        <translation>Ein Muster ist ein Hostname, oder „*.“ und ein Hostname. Bei allem anderen ist die ganze Richtlinie fehlerhaft, und sendende Server verfahren, als gäbe es keine.</translation>
    </message>
    <message>
        <source>Write the host as it stands in the MX record, for example: mx: {suggestion}</source>
        <translation>Schreiben Sie den Host so, wie er im MX-Eintrag steht, zum Beispiel: mx: {suggestion}</translation>
    </message>
    <message>
        <source>Line {line} of the policy of {subject} says “{written}”; “{meant}” must have been meant.</source>
        <translation>In Zeile {line} der MTA-STS-Richtlinie von {subject} steht „{written}“; gemeint ist wohl „{meant}“.</translation>
    </message>
    <message>
        <source>Keys and values count only as the standard spells them. Senders do not guess.</source>
        <translation>Schlüssel und Werte zählen nur in der Schreibweise des Standards. Sendende Server raten nicht.</translation>
    </message>
    <message>
        <source>Write “{meant}” instead of “{written}”.</source>
        <translation>Schreiben Sie „{meant}“ statt „{written}“.</translation>
    </message>
    <message>
        <source>The key {key} stands more than once in the policy of {subject}; again in line {line}. Senders use the first: {value}</source>
        <translation>Der Schlüssel {key} steht mehr als einmal in der MTA-STS-Richtlinie von {subject}, erneut in Zeile {line}. Sendende Server nehmen den ersten: {value}</translation>
    </message>
    <message>
        <source>By the standard what stands behind the first is ignored. But some senders use the last instead, and some refuse the file when a line that they should ignore is wrong.</source>
        <translation>Nach dem Standard zählt nur die erste dieser Zeilen, die weiteren werden ignoriert. Doch manche sendenden Server nehmen stattdessen die letzte, und manche lehnen die Datei ab, wenn eine Zeile fehlerhaft ist, die sie ignorieren sollten.</translation>
    </message>
    <message>
        <source>Leave a single line with the key {key}.</source>
        <translation>Lassen Sie nur eine Zeile mit dem Schlüssel {key} stehen.</translation>
    </message>
    <message>
        <source>Senders may keep the policy of {subject} for {seconds} seconds only, less than a week.</source>
        <translation>Sendende Server dürfen die MTA-STS-Richtlinie von {subject} nur {seconds} Sekunden lang behalten, weniger als eine Woche.</translation>
    </message>
    <message>
        <source>Between two fetches the cached policy is the protection: an attacker who blocks the policy host for longer than max_age is rid of it. The standard expects weeks or more.</source>
        <translation>Zwischen zwei Abrufen schützt die zwischengespeicherte Richtlinie: Ein Angreifer, der den Richtlinien-Host länger als max_age blockiert, wird sie los. Der Standard erwartet Wochen oder mehr.</translation>
    </message>
    <message>
        <source>Raise max_age to two weeks or more once you are sure of the policy: max_age: 1209600</source>
        <translation>Erhöhen Sie max_age auf zwei Wochen oder mehr, sobald Sie sich der Richtlinie sicher sind: max_age: 1209600</translation>
    </message>
    <message>
        <source>The pattern {pattern} in the policy of {subject} lets strangers in: {reason}.</source>
        <translation>Das Muster {pattern} in der MTA-STS-Richtlinie von {subject} lässt Fremde herein: {reason}.</translation>
    </message>
    <message>
        <source>Whoever has a host that matches, and a certificate for it, passes as your mail server when the answers of the DNS are forged.</source>
        <translation>Wer einen passenden Host und ein Zertifikat dafür hat, geht bei gefälschten DNS-Antworten als Ihr Mailserver durch.</translation>
    </message>
    <message>
        <source>Name your mail servers one by one, or use a pattern under a domain that only you or your mail provider can use.</source>
        <translation>Nennen Sie Ihre Mailserver einzeln, oder verwenden Sie ein Muster unter einer Domain, die nur Sie oder Ihr Mailanbieter nutzen können.</translation>
    </message>
    <message>
        <source>Not every sender honours the policy of {subject}, although it follows the standard. {senders}: {reason}.</source>
        <translation>Nicht jeder sendende Server beachtet die MTA-STS-Richtlinie von {subject}, obwohl sie dem Standard entspricht. {senders}: {reason}.</translation>
    </message>
    <message>
        <source>Servers that send with one of these programs go on as if there were no policy. Other programs honour it, so only part of the mail is protected.</source>
        <translation>Server, die mit einem dieser Programme senden, verfahren, als gäbe es keine Richtlinie. Andere Programme beachten sie, deshalb ist nur ein Teil der E-Mails geschützt.</translation>
    </message>
    <message>
        <source>To please all of them: {advice}</source>
        <translation>Damit alle die Richtlinie beachten: {advice}</translation>
    </message>
    <message>
        <source>Senders may keep the policy of {subject} for {seconds} seconds, less than two weeks.</source>
        <translation>Sendende Server dürfen die MTA-STS-Richtlinie von {subject} {seconds} Sekunden lang behalten, weniger als zwei Wochen.</translation>
    </message>
    <message>
        <source>That is allowed. The longer senders keep a policy in mode enforce, the longer an attacker would have to block it.</source>
        <translation>Das ist erlaubt. Je länger sendende Server eine Richtlinie im Modus enforce behalten, desto länger müsste ein Angreifer sie blockieren.</translation>
    </message>
    <message>
        <source>When the policy has proved itself, raise max_age, for example to a month: max_age: 2592000</source>
        <translation>Wenn sich die Richtlinie bewährt hat, erhöhen Sie max_age, zum Beispiel auf einen Monat: max_age: 2592000</translation>
    </message>
    <message>
        <source>The policy of {subject} is in mode testing: failures are reported, but mail is delivered all the same.</source>
        <translation>Die MTA-STS-Richtlinie von {subject} ist im Testmodus (testing): Fehler werden gemeldet, die E-Mails aber trotzdem zugestellt.</translation>
    </message>
    <message>
        <source>That is the right start. An attacker is only reported, not stopped, until the mode is enforce.</source>
        <translation>Das ist der richtige Anfang. Bis der Modus enforce ist, wird ein Angreifer nur gemeldet, nicht aufgehalten.</translation>
    </message>
    <message>
        <source>When the reports (TLS-RPT) show no failures for some weeks, write “mode: enforce” and change the id of the record.</source>
        <translation>Wenn die Berichte (TLS-RPT) einige Wochen lang keine Fehler zeigen, schreiben Sie „mode: enforce“, und ändern Sie die id des Eintrags.</translation>
    </message>
    <message>
        <source>The policy of {subject} is in mode none: senders treat the domain as if it had no policy.</source>
        <translation>Die MTA-STS-Richtlinie von {subject} ist im Modus none: Sendende Server behandeln die Domain, als hätte sie keine Richtlinie.</translation>
    </message>
    <message>
        <source>This is how a domain takes leave of MTA-STS: mail is not protected.</source>
        <translation>So verabschiedet sich eine Domain von MTA-STS: E-Mails sind nicht geschützt.</translation>
    </message>
    <message>
        <source>To be protected, write “mode: testing”, later “mode: enforce”, with your mail servers as mx lines, and change the id of the record.</source>
        <translation>Für den Schutz schreiben Sie „mode: testing“, später „mode: enforce“, dazu Ihre Mailserver als mx-Zeilen, und ändern Sie die id des Eintrags.</translation>
    </message>
    <message>
        <source>The pattern {pattern} in the policy of {subject} matches no MX record.</source>
        <translation>Das Muster {pattern} in der MTA-STS-Richtlinie von {subject} passt zu keinem MX-Eintrag.</translation>
    </message>
    <message>
        <source>That does no harm: it may be a server in reserve. It may also be a server that is gone, whose name could fall into other hands.</source>
        <translation>Das schadet nicht: Es kann ein Server in Reserve sein. Es kann aber auch ein Server sein, den es nicht mehr gibt und dessen Name in fremde Hände fallen könnte.</translation>
    </message>
    <message>
        <source>Remove the line if the server is no longer yours: mx: {pattern}</source>
        <translation>Entfernen Sie die Zeile, wenn der Server nicht mehr Ihnen gehört: mx: {pattern}</translation>
    </message>
    <message>
        <source>The policy of {subject} has a key that the standard does not know: {key} (line {line}).</source>
        <translation>Die MTA-STS-Richtlinie von {subject} hat einen Schlüssel, den der Standard nicht kennt: {key} (Zeile {line}).</translation>
    </message>
    <message>
        <source>Senders ignore it, as they must. It is listed in case it is a mistake.</source>
        <translation>Sendende Server ignorieren ihn, wie es vorgeschrieben ist. Er ist aufgeführt, falls er ein Versehen ist.</translation>
    </message>
    <message>
        <source>Nothing needs to be done if it is meant for somebody.</source>
        <translation>Sie müssen nichts tun, wenn er für jemanden bestimmt ist.</translation>
    </message>
    <message>
        <source>No encrypted connection to the policy host {subject} at {address}: {reason}</source>
        <translation>Keine verschlüsselte Verbindung zum Richtlinien-Host {subject} unter {address}: {reason}</translation>
    </message>
    <message>
        <source>The policy is fetched over HTTPS only. When the TLS handshake fails, senders have no policy.</source>
        <translation>Die Richtlinie wird nur über HTTPS abgerufen. Schlägt der TLS-Handshake fehl, haben sendende Server keine Richtlinie.</translation>
    </message>
    <message>
        <source>Set up TLS for the name {subject} on the web server and look at what it says: openssl s_client -connect {subject}:443 -servername {subject}</source>
        <translation>Richten Sie auf dem Webserver TLS für den Namen {subject} ein, und sehen Sie nach, was er sagt: openssl s_client -connect {subject}:443 -servername {subject}</translation>
    </message>
    <message>
        <source>The policy host {subject} offers only {version} at {address}; senders need TLS 1.2 or higher.</source>
        <translation>Der Richtlinien-Host {subject} bietet unter {address} nur {version} an; sendende Server brauchen TLS 1.2 oder höher.</translation>
    </message>
    <message>
        <source>TLS below 1.2 must not be used any more (RFC 8996). Senders break off, and have no policy.</source>
        <translation>TLS unter 1.2 darf nicht mehr verwendet werden (RFC 8996). Sendende Server brechen ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>Turn on TLS 1.2 and 1.3 on the web server, for example in nginx: ssl_protocols TLSv1.2 TLSv1.3;</source>
        <translation>Schalten Sie auf dem Webserver TLS 1.2 und 1.3 ein, zum Beispiel in nginx: ssl_protocols TLSv1.2 TLSv1.3;</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} expired {ago} ago, on {date} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} ist vor {ago} abgelaufen, am {date} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>Senders refuse an expired certificate and have no policy: once the cached one runs out, nothing protects your mail.</source>
        <translation>Sendende Server lehnen ein abgelaufenes Zertifikat ab und haben keine Richtlinie: Sobald die zwischengespeicherte abläuft, schützt nichts mehr Ihre E-Mails.</translation>
    </message>
    <message>
        <source>Renew the certificate for {subject}, have the web server load it, and see why it was not renewed by itself, for example: certbot renew --dry-run</source>
        <translation>Erneuern Sie das Zertifikat für {subject}, lassen Sie es den Webserver laden, und klären Sie, warum es nicht automatisch erneuert wurde, zum Beispiel: certbot renew --dry-run</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} is valid only from {date}, in {left} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} gilt erst ab {date}, in {left} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>Until then senders refuse it and have no policy.</source>
        <translation>Bis dahin lehnen sendende Server es ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The policy host {subject} shows a self-signed certificate at {address}.</source>
        <translation>Der Richtlinien-Host {subject} zeigt unter {address} ein selbstsigniertes Zertifikat.</translation>
    </message>
    <message>
        <source>Anybody can make such a certificate, so it proves nothing. Senders refuse it and have no policy.</source>
        <translation>Ein solches Zertifikat kann jeder erstellen, es beweist also nichts. Sendende Server lehnen es ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} leads to no trusted root: {detail} (issued by: {issuer})</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} führt zu keiner vertrauenswürdigen Stammzertifizierungsstelle: {detail} (ausgestellt von: {issuer})</translation>
    </message>
    <message>
        <source>Senders trust only the usual public certification authorities. They refuse this certificate and have no policy.</source>
        <translation>Sendende Server vertrauen nur den üblichen öffentlichen Zertifizierungsstellen. Sie lehnen dieses Zertifikat ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The certificate at {address} does not name {subject}; it names: {names}</source>
        <translation>Das Zertifikat unter {address} nennt {subject} nicht; es nennt: {names}</translation>
    </message>
    <message>
        <source>The certificate must hold the policy host&apos;s name as a DNS name in its subjectAltName; the common name (CN) does not count. Senders refuse it and have no policy.</source>
        <translation>Das Zertifikat muss den Namen des Richtlinien-Hosts als DNS-Namen in seinem subjectAltName enthalten; der Common Name (CN) zählt nicht. Sendende Server lehnen es ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>Have a certificate issued that names {subject}, and see that the web server shows it for this name (SNI).</source>
        <translation>Lassen Sie ein Zertifikat ausstellen, das {subject} nennt, und sorgen Sie dafür, dass der Webserver es für diesen Namen zeigt (SNI).</translation>
    </message>
    <message>
        <source>The policy host {subject} does not send the intermediate certificate of: {issuer}</source>
        <translation>Der Richtlinien-Host {subject} sendet ein Zwischenzertifikat nicht mit, nämlich das von: {issuer}</translation>
    </message>
    <message>
        <source>Browsers often find a missing intermediate by themselves; mail servers do not. They refuse the certificate and have no policy.</source>
        <translation>Browser finden ein fehlendes Zwischenzertifikat oft von selbst; Mailserver nicht. Sie lehnen das Zertifikat ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} is too weak: {weakness} (certificate of {certificate})</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} ist zu schwach: {weakness} (Zertifikat: {certificate})</translation>
    </message>
    <message>
        <source>Keys of RSA below 2048 bits and signatures with SHA-1 or MD5 can be forged. Current TLS libraries refuse them, and senders have no policy.</source>
        <translation>RSA-Schlüssel unter 2048 Bit und Signaturen mit SHA-1 oder MD5 lassen sich fälschen. Aktuelle TLS-Bibliotheken lehnen sie ab, und sendende Server haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} is revoked (serial number {serial}); the server&apos;s own OCSP response says so.</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} ist widerrufen (Seriennummer {serial}); das sagt die OCSP-Antwort des Servers selbst.</translation>
    </message>
    <message>
        <source>A revoked certificate is one whose key may be in other hands. Senders that look at revocation refuse it and have no policy.</source>
        <translation>Der Schlüssel eines widerrufenen Zertifikats kann in fremden Händen sein. Sendende Server, die auf Widerrufe achten, lehnen es ab und haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>The certificate of the policy host {subject} expires in {left}, on {date} (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Richtlinien-Hosts {subject} läuft in {left} ab, am {date} (Zertifikat: {certificate}).</translation>
    </message>
    <message>
        <source>After that senders refuse it and cannot fetch the policy. Renewals are usually done by now, so this one may be stuck.</source>
        <translation>Danach lehnen sendende Server es ab und können die Richtlinie nicht abrufen. Üblicherweise ist die Erneuerung um diese Zeit schon erledigt; hier hängt sie vielleicht.</translation>
    </message>
    <message>
        <source>Renew the certificate before {date}, and see that the renewal runs by itself and the web server loads the new one.</source>
        <translation>Erneuern Sie das Zertifikat vor {date}, und sorgen Sie dafür, dass die Erneuerung automatisch läuft und der Webserver das neue Zertifikat lädt.</translation>
    </message>
    <message>
        <source>Your record announces a policy, but the host that must serve it, {subject}, has no address.</source>
        <translation>Ihr DNS-Eintrag kündigt eine MTA-STS-Richtlinie an, aber der Host, der sie ausliefern muss, {subject}, hat keine Adresse.</translation>
    </message>
    <message>
        <source>Senders fetch the policy from https://{subject}/.well-known/mta-sts.txt. Without an A or AAAA record they cannot, and go on as if the domain had no MTA-STS.</source>
        <translation>Sendende Server rufen die Richtlinie von https://{subject}/.well-known/mta-sts.txt ab. Ohne A- oder AAAA-Eintrag können sie das nicht und verfahren, als hätte die Domain kein MTA-STS.</translation>
    </message>
    <message>
        <source>Publish an A or AAAA record (or a CNAME) for {subject} that leads to the web server with the policy file.</source>
        <translation>Veröffentlichen Sie für {subject} einen A- oder AAAA-Eintrag (oder einen CNAME), der zum Webserver mit der Richtliniendatei führt.</translation>
    </message>
    <message>
        <source>The address of the policy host {subject} could not be looked up: {reason}</source>
        <translation>Die Adresse des Richtlinien-Hosts {subject} ließ sich nicht abfragen: {reason}</translation>
    </message>
    <message>
        <source>A sender that cannot find the policy host has no policy, and delivers without the protection that the record promises.</source>
        <translation>Ein sendender Server, der den Richtlinien-Host nicht findet, hat keine Richtlinie und stellt ohne den Schutz zu, den der Eintrag verspricht.</translation>
    </message>
    <message>
        <source>See that all name servers of the zone answer for {subject}: dig +dnssec {subject} A</source>
        <translation>Sorgen Sie dafür, dass alle Nameserver der Zone für {subject} antworten: dig +dnssec {subject} A</translation>
    </message>
    <message>
        <source>Whoever obtains that name can serve a policy for your domain, with a valid certificate: they could stop mail to you or weaken its protection.</source>
        <translation>Wer sich diesen Namen verschafft, kann mit gültigem Zertifikat eine Richtlinie für Ihre Domain ausliefern: Er könnte E-Mails an Sie aufhalten oder ihren Schutz schwächen.</translation>
    </message>
    <message>
        <source>Remove the CNAME at once, or point it to a host that is yours.</source>
        <translation>Entfernen Sie den CNAME sofort, oder richten Sie ihn auf einen Host, der Ihnen gehört.</translation>
    </message>
    <message>
        <source>The policy host {subject} has the address {address}, which is not a public one ({purpose}); it was not contacted.</source>
        <translation>Der Richtlinien-Host {subject} hat die Adresse {address}, die nicht öffentlich ist ({purpose}); er wurde dort nicht kontaktiert.</translation>
    </message>
    <message>
        <source>Such an address cannot be reached from the Internet. Senders that try it first lose time, and with no other address they have no policy.</source>
        <translation>Eine solche Adresse ist aus dem Internet nicht erreichbar. Sendende Server, die es zuerst dort versuchen, verlieren Zeit, und ohne eine andere Adresse haben sie keine Richtlinie.</translation>
    </message>
    <message>
        <source>No connection to the policy host {subject} at {address}: {reason}</source>
        <translation>Keine Verbindung zum Richtlinien-Host {subject} unter {address}: {reason}</translation>
    </message>
    <message>
        <source>Senders that cannot fetch the policy go on as if the domain had no MTA-STS, unless they still have it in their cache.</source>
        <translation>Sendende Server, die die Richtlinie nicht abrufen können, verfahren, als hätte die Domain kein MTA-STS, außer sie haben die Richtlinie noch zwischengespeichert.</translation>
    </message>
    <message>
        <source>See that a web server listens on port 443 of {address} and that no firewall refuses it: curl -v https://{subject}/.well-known/mta-sts.txt</source>
        <translation>Sorgen Sie dafür, dass ein Webserver auf Port 443 von {address} lauscht und dass keine Firewall ihn sperrt: curl -v https://{subject}/.well-known/mta-sts.txt</translation>
    </message>
    <message>
        <source>The policy host {subject} did not answer in time at {address}: {reason}</source>
        <translation>Der Richtlinien-Host {subject} hat unter {address} nicht rechtzeitig geantwortet: {reason}</translation>
    </message>
    <message>
        <source>Senders wait for at most a minute or so, then go on as if the domain had no MTA-STS, unless they still have the policy in their cache.</source>
        <translation>Sendende Server warten höchstens etwa eine Minute; dann verfahren sie, als hätte die Domain kein MTA-STS, außer sie haben die Richtlinie noch zwischengespeichert.</translation>
    </message>
    <message>
        <source>See that port 443 of {address} is open to the whole world and the web server is not overloaded: curl -v https://{subject}/.well-known/mta-sts.txt</source>
        <translation>Sorgen Sie dafür, dass Port 443 von {address} für alle Welt offen und der Webserver nicht überlastet ist: curl -v https://{subject}/.well-known/mta-sts.txt</translation>
    </message>
    <message>
        <source>Your policy host answered with a redirect ({status}) to: {target}</source>
        <translation>Ihr Richtlinien-Host hat mit einer Weiterleitung geantwortet ({status}), Ziel: {target}</translation>
    </message>
    <message>
        <source>Senders must not follow redirects when they fetch a policy: a redirect counts as no policy at all.</source>
        <translation>Sendende Server dürfen beim Abruf einer Richtlinie keinen Weiterleitungen folgen: Eine Weiterleitung zählt, als gäbe es gar keine Richtlinie.</translation>
    </message>
    <message>
        <source>Serve the file itself, with status 200, at https://{subject}/.well-known/mta-sts.txt. Except this path from redirects to www, to another language or to a login page.</source>
        <translation>Liefern Sie die Datei selbst mit Status 200 unter https://{subject}/.well-known/mta-sts.txt aus. Nehmen Sie diesen Pfad von Weiterleitungen auf www, auf eine andere Sprache oder auf eine Anmeldeseite aus.</translation>
    </message>
    <message>
        <source>Your policy host {subject} answered with the HTTP status {status} at {address}; only 200 counts.</source>
        <translation>Ihr Richtlinien-Host {subject} hat unter {address} mit dem HTTP-Status {status} geantwortet; nur 200 zählt.</translation>
    </message>
    <message>
        <source>With any other status senders have no policy, and go on as if the domain had no MTA-STS.</source>
        <translation>Bei jedem anderen Status haben sendende Server keine Richtlinie und verfahren, als hätte die Domain kein MTA-STS.</translation>
    </message>
    <message>
        <source>See that the file is at https://{subject}/.well-known/mta-sts.txt and that everybody may read it; bot protection and logins must not stand in front of it.</source>
        <translation>Sorgen Sie dafür, dass die Datei unter https://{subject}/.well-known/mta-sts.txt liegt und dass alle sie lesen dürfen; weder Bot-Schutz noch Anmeldung dürfen davorstehen.</translation>
    </message>
    <message>
        <source>The answer of the policy host {subject} at {address} is not well-formed HTTP: {reason}</source>
        <translation>Die Antwort des Richtlinien-Hosts {subject} unter {address} ist kein wohlgeformtes HTTP: {reason}</translation>
    </message>
    <message>
        <source>Senders cannot tell what the answer means, and treat it as no policy.</source>
        <translation>Sendende Server wissen nicht, was die Antwort bedeutet, und verfahren, als gäbe es keine Richtlinie.</translation>
    </message>
    <message>
        <source>Serve the file with an ordinary web server, and look for a broken proxy or script in front of it.</source>
        <translation>Liefern Sie die Datei mit einem gewöhnlichen Webserver aus, und suchen Sie nach einem defekten Proxy oder Skript davor.</translation>
    </message>
    <message>
        <source>The policy file from {subject} at {address} was cut off: {reason}</source>
        <translation>Die Richtliniendatei von {subject} unter {address} wurde abgeschnitten: {reason}</translation>
    </message>
    <message>
        <source>Half a file could be a different policy, or an attack: senders drop it.</source>
        <translation>Eine halbe Datei könnte eine andere Richtlinie sein oder ein Angriff: Sendende Server verwerfen sie.</translation>
    </message>
    <message>
        <source>See that Content-Length is the size of the file, and that the web server ends TLS connections properly (close_notify).</source>
        <translation>Sorgen Sie dafür, dass Content-Length der Größe der Datei entspricht und dass der Webserver TLS-Verbindungen ordentlich beendet (close_notify).</translation>
    </message>
    <message>
        <source>The answer of the policy host {subject} at {address} is too large: {reason}</source>
        <translation>Die Antwort des Richtlinien-Hosts {subject} unter {address} ist zu groß: {reason}</translation>
    </message>
    <message>
        <source>Senders protect themselves with a limit, for which the RFC suggests 64 KiB. Over it they have no policy.</source>
        <translation>Sendende Server schützen sich mit einer Obergrenze, für die der RFC 64 KiB vorschlägt. Darüber haben sie keine Richtlinie.</translation>
    </message>
    <message>
        <source>Serve the policy file alone: a few lines of text, far below 64 KiB. A web page in its place is the usual cause.</source>
        <translation>Liefern Sie nur die Richtliniendatei aus: einige Zeilen Text, weit unter 64 KiB. Die übliche Ursache ist eine Webseite an ihrer Stelle.</translation>
    </message>
    <message>
        <source>The policy file comes as {type} instead of text/plain.</source>
        <translation>Die Richtliniendatei kommt mit falschem Medientyp: {type} statt text/plain.</translation>
    </message>
    <message>
        <source>The media type should be text/plain: it shows that the file is meant to be there. Some senders, among them widely used ones for Postfix, refuse any other.</source>
        <translation>Der Medientyp sollte text/plain sein: Das zeigt, dass die Datei dort mit Absicht liegt. Manche sendenden Server, darunter weitverbreitete für Postfix, lehnen jeden anderen ab.</translation>
    </message>
    <message>
        <source>Have the web server send for this file: Content-Type: text/plain</source>
        <translation>Lassen Sie den Webserver für diese Datei senden: Content-Type: text/plain</translation>
    </message>
    <message>
        <source>The policy file came compressed ({encoding}), though that was not asked for.</source>
        <translation>Die Richtliniendatei kam komprimiert ({encoding}), obwohl das nicht verlangt war.</translation>
    </message>
    <message>
        <source>A sender that did not ask for compression reads noise instead of the policy.</source>
        <translation>Ein sendender Server, der keine Komprimierung verlangt hat, liest statt der Richtlinie Zeichensalat.</translation>
    </message>
    <message>
        <source>Let the web server compress only for clients that ask for it with Accept-Encoding, or not at all for this file.</source>
        <translation>Lassen Sie den Webserver nur für Clients komprimieren, die es mit Accept-Encoding verlangen, oder bei dieser Datei gar nicht.</translation>
    </message>
    <message>
        <source>Not every address of {subject} serves the same policy as {working}. At {address}: {reason}</source>
        <translation>Nicht jede Adresse von {subject} liefert dieselbe Richtlinie wie {working}. Unter {address}: {reason}</translation>
    </message>
    <message>
        <source>Which policy a sender gets, if any, depends on the address that it happens to use.</source>
        <translation>Welche Richtlinie ein sendender Server bekommt, wenn überhaupt, hängt davon ab, welche Adresse er zufällig verwendet.</translation>
    </message>
    <message>
        <source>Serve the same file with a valid certificate at every address, or take {address} out of the DNS.</source>
        <translation>Liefern Sie unter jeder Adresse dieselbe Datei mit gültigem Zertifikat aus, oder nehmen Sie {address} aus dem DNS.</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} could not be looked up: {reason}</source>
        <translation>Der MTA-STS-Eintrag von {subject} ließ sich nicht abfragen: {reason}</translation>
    </message>
    <message>
        <source>Senders that get no answer cannot tell whether there is a policy. Those without one in their cache deliver without its protection.</source>
        <translation>Sendende Server, die keine Antwort bekommen, wissen nicht, ob es eine Richtlinie gibt. Wenn sie keine zwischengespeichert haben, stellen sie ohne deren Schutz zu.</translation>
    </message>
    <message>
        <source>See that every name server of the zone answers for _mta-sts.{domain}: dig +dnssec _mta-sts.{domain} TXT</source>
        <translation>Sorgen Sie dafür, dass jeder Nameserver der Zone für _mta-sts.{domain} antwortet: dig +dnssec _mta-sts.{domain} TXT</translation>
    </message>
    <message>
        <source>{subject} has no MTA-STS record: no TXT record at _mta-sts.{domain} begins with v=STSv1.</source>
        <translation>{subject} hat keinen MTA-STS-Eintrag: Kein TXT-Eintrag bei _mta-sts.{domain} beginnt mit v=STSv1.</translation>
    </message>
    <message>
        <source>Without it senders do not look for a policy: an attacker on the way can strip the encryption of mail to you, or lead it to another server.</source>
        <translation>Ohne ihn suchen sendende Server nicht nach einer Richtlinie: Ein Angreifer auf dem Weg kann die Verschlüsselung der E-Mails an Sie entfernen oder sie zu einem anderen Server lenken.</translation>
    </message>
    <message>
        <source>Serve a policy file first, in mode testing. Then publish: _mta-sts.{domain}. IN TXT &quot;v=STSv1; id={newId};&quot;</source>
        <translation>Liefern Sie zuerst eine Richtliniendatei im Testmodus (testing) aus. Veröffentlichen Sie dann: _mta-sts.{domain}. IN TXT &quot;v=STSv1; id={newId};&quot;</translation>
    </message>
    <message>
        <source>{subject} has {count} MTA-STS records: {records}</source>
        <translation>{subject} hat {count} MTA-STS-Einträge: {records}</translation>
    </message>
    <message>
        <source>With more than one, senders must assume that the domain has no policy at all.</source>
        <translation>Bei mehr als einem müssen sendende Server annehmen, dass die Domain gar keine Richtlinie hat.</translation>
    </message>
    <message>
        <source>Delete all TXT records at _mta-sts.{domain} but the current one.</source>
        <translation>Löschen Sie alle TXT-Einträge bei _mta-sts.{domain} außer dem aktuellen.</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} does not begin with v=STSv1: {record}</source>
        <translation>Der MTA-STS-Eintrag von {subject} beginnt nicht mit v=STSv1: {record}</translation>
    </message>
    <message>
        <source>The version comes first and is written exactly so, capitals included. Senders do not take anything else for an MTA-STS record.</source>
        <translation>Die Version steht am Anfang und wird genau so geschrieben, auch in Groß- und Kleinschreibung. Alles andere halten sendende Server nicht für einen MTA-STS-Eintrag.</translation>
    </message>
    <message>
        <source>Replace the record with: v=STSv1; id={newId};</source>
        <translation>Ersetzen Sie den Eintrag durch: v=STSv1; id={newId};</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} is malformed at character {column}: {reason}. It reads: {record}</source>
        <translation>Der MTA-STS-Eintrag von {subject} ist bei Zeichen {column} fehlerhaft: {reason}. Er lautet: {record}</translation>
    </message>
    <message>
        <source>Senders must treat a malformed record as if the domain had no policy.</source>
        <translation>Sendende Server müssen einen fehlerhaften Eintrag behandeln, als hätte die Domain keine Richtlinie.</translation>
    </message>
    <message>
        <source>Replace the record with: v=STSv1; id={newId}; (without quotation marks around it where the form of your DNS provider adds them itself).</source>
        <translation>Ersetzen Sie den Eintrag durch: v=STSv1; id={newId}; (ohne Anführungszeichen darum, wenn das Formular Ihres DNS-Anbieters sie selbst hinzufügt).</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} has no id: {record}</source>
        <translation>Der MTA-STS-Eintrag von {subject} hat keine id: {record}</translation>
    </message>
    <message>
        <source>By the id senders see that the policy has changed. A record without it is malformed, and counts as no record.</source>
        <translation>An der id erkennen sendende Server, dass sich die Richtlinie geändert hat. Ein Eintrag ohne id ist fehlerhaft und zählt, als gäbe es ihn nicht.</translation>
    </message>
    <message>
        <source>The id “{id}” in the MTA-STS record of {subject} cannot be used: {reason}</source>
        <translation>Die id „{id}“ im MTA-STS-Eintrag von {subject} ist nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>An id has 1 to 32 letters or digits. With any other the record is malformed, and counts as no record.</source>
        <translation>Eine id besteht aus 1 bis 32 Buchstaben oder Ziffern. Mit jeder anderen ist der Eintrag fehlerhaft und zählt, als gäbe es ihn nicht.</translation>
    </message>
    <message>
        <source>Point the CNAME at _mta-sts.{domain} to the name that your provider gives you, or remove it and publish a TXT record of your own.</source>
        <translation>Richten Sie den CNAME bei _mta-sts.{domain} auf den Namen, den Ihr Anbieter Ihnen nennt, oder entfernen Sie ihn, und veröffentlichen Sie einen eigenen TXT-Eintrag.</translation>
    </message>
    <message>
        <source>{subject} serves a policy (mode {mode}), but no MTA-STS record announces it.</source>
        <translation>{subject} liefert eine MTA-STS-Richtlinie aus (Modus {mode}), aber kein MTA-STS-Eintrag kündigt sie an.</translation>
    </message>
    <message>
        <source>Senders ask the DNS first. Without the record they never look at the policy: your mail is not protected, although the file is there.</source>
        <translation>Sendende Server fragen zuerst das DNS. Ohne den Eintrag sehen sie sich die Richtlinie nie an: Ihre E-Mails sind nicht geschützt, obwohl die Datei vorhanden ist.</translation>
    </message>
    <message>
        <source>Publish: _mta-sts.{domain}. IN TXT &quot;v=STSv1; id={newId};&quot;</source>
        <translation>Veröffentlichen Sie: _mta-sts.{domain}. IN TXT &quot;v=STSv1; id={newId};&quot;</translation>
    </message>
    <message>
        <source>Some senders will not read the MTA-STS record of {subject}: {reason}. It reads: {record}</source>
        <translation>Manche sendenden Server lesen den MTA-STS-Eintrag von {subject} nicht: {reason}. Er lautet: {record}</translation>
    </message>
    <message>
        <source>The standard lets senders discard what does not begin with “v=STSv1;” when there are several records, and not every program is as patient as it should be.</source>
        <translation>Gibt es mehrere Einträge, erlaubt der Standard sendenden Servern, alles zu verwerfen, was nicht mit „v=STSv1;“ beginnt; und nicht jedes Programm ist so nachsichtig, wie es sein sollte.</translation>
    </message>
    <message>
        <source>Leave a single TXT record at _mta-sts.{domain}, and write it without a space in front of the semicolon: v=STSv1; id={newId};</source>
        <translation>Lassen Sie nur einen TXT-Eintrag bei _mta-sts.{domain} stehen, und schreiben Sie ihn ohne Leerzeichen vor dem Semikolon: v=STSv1; id={newId};</translation>
    </message>
    <message>
        <source>There is an MTA-STS record at {place}, where no sender looks: {record}</source>
        <translation>Es gibt einen MTA-STS-Eintrag bei {place}, wo kein sendender Server nachsieht: {record}</translation>
    </message>
    <message>
        <source>Senders ask for a TXT record at _mta-sts.{domain} and nowhere else.</source>
        <translation>Sendende Server fragen nach einem TXT-Eintrag bei _mta-sts.{domain} und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Move the record to _mta-sts.{domain}</source>
        <translation>Verschieben Sie den Eintrag nach _mta-sts.{domain}</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} is an alias (CNAME): {target} publishes it.</source>
        <translation>Der MTA-STS-Eintrag von {subject} ist ein Alias (CNAME): {target} veröffentlicht ihn.</translation>
    </message>
    <message>
        <source>That is how providers run MTA-STS for their customers. Whoever runs that name decides about the id, and by it about when senders fetch the policy again.</source>
        <translation>So betreiben Anbieter MTA-STS für ihre Kunden. Wer diesen Namen betreibt, bestimmt die id und damit, wann sendende Server die Richtlinie neu abrufen.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. When you change provider, change this CNAME and that of mta-sts.{domain} together.</source>
        <translation>Sie müssen nichts tun. Wenn Sie den Anbieter wechseln, ändern Sie diesen CNAME und den von mta-sts.{domain} gemeinsam.</translation>
    </message>
    <message>
        <source>The mail server {subject} does not offer STARTTLS at {address}.</source>
        <translation>Der Mailserver {subject} bietet unter {address} kein STARTTLS an.</translation>
    </message>
    <message>
        <source>Without STARTTLS mail travels unencrypted, for anybody on the way to read and change. Under a policy in mode enforce, senders that honour MTA-STS do not deliver to this server at all.</source>
        <translation>Ohne STARTTLS sind E-Mails unverschlüsselt unterwegs, und jeder auf dem Weg kann sie lesen und verändern. Bei einer Richtlinie im Modus enforce stellen sendende Server, die MTA-STS beachten, diesem Server gar nicht zu.</translation>
    </message>
    <message>
        <source>Give the mail server a certificate for {subject} and turn STARTTLS on, for example in Postfix: smtpd_tls_security_level = may. If it is on, look for a firewall in front that removes the word.</source>
        <translation>Geben Sie dem Mailserver ein Zertifikat für {subject}, und schalten Sie STARTTLS ein, zum Beispiel in Postfix: smtpd_tls_security_level = may. Ist es schon eingeschaltet, suchen Sie nach einer Firewall davor, die das Wort entfernt.</translation>
    </message>
    <message>
        <source>The mail server {subject} does not offer STARTTLS at {address}, yet accepts the command: something on the way may be taking the word out.</source>
        <translation>Der Mailserver {subject} bietet unter {address} kein STARTTLS an, nimmt den Befehl aber an: Vielleicht entfernt etwas auf dem Weg das Wort.</translation>
    </message>
    <message>
        <source>Senders go by what is offered and see a server without encryption. A firewall that inspects SMTP, or an attacker, can bring this about; it is what MTA-STS is made against.</source>
        <translation>Sendende Server richten sich nach dem Angebot und sehen einen Server ohne Verschlüsselung. Eine Firewall, die SMTP inspiziert, oder ein Angreifer kann das bewirken; genau dagegen ist MTA-STS gemacht.</translation>
    </message>
    <message>
        <source>Turn off SMTP inspection in firewalls on the way (for example Cisco&apos;s &quot;fixup&quot; or &quot;inspect esmtp&quot;), and audit from another network to see on which side it happens.</source>
        <translation>Schalten Sie die SMTP-Inspektion in Firewalls auf dem Weg ab (zum Beispiel „fixup“ oder „inspect esmtp“ bei Cisco), und prüfen Sie von einem anderen Netz aus, um zu sehen, auf welcher Seite es geschieht.</translation>
    </message>
    <message>
        <source>The mail server {subject} offers STARTTLS at {address}, but then refuses it: {reason}</source>
        <translation>Der Mailserver {subject} bietet unter {address} STARTTLS an, lehnt es dann aber ab: {reason}</translation>
    </message>
    <message>
        <source>Senders cannot encrypt. Under a policy in mode enforce, those that honour MTA-STS do not deliver to this server.</source>
        <translation>Sendende Server können nicht verschlüsseln. Bei einer Richtlinie im Modus enforce stellen diejenigen, die MTA-STS beachten, diesem Server nicht zu.</translation>
    </message>
    <message>
        <source>Look into the mail server&apos;s log; a certificate or key that it cannot read is the usual cause.</source>
        <translation>Sehen Sie im Log des Mailservers nach; die übliche Ursache ist ein Zertifikat oder Schlüssel, den er nicht lesen kann.</translation>
    </message>
    <message>
        <source>After it agreed to STARTTLS, {subject} at {address} sent more unencrypted text: {injected}</source>
        <translation>Nach seiner Zusage zu STARTTLS hat {subject} unter {address} weiteren unverschlüsselten Text gesendet: {injected}</translation>
    </message>
    <message>
        <source>Text that stands before the encryption could be taken for text inside it: a way to slip in replies. Careful senders break off.</source>
        <translation>Text, der vor der Verschlüsselung steht, könnte für Text innerhalb der Verschlüsselung gehalten werden: ein Weg, Antworten einzuschleusen. Vorsichtige sendende Server brechen ab.</translation>
    </message>
    <message>
        <source>Update the mail server or the filter in front of it. If neither sends this text, somebody on the way does.</source>
        <translation>Aktualisieren Sie den Mailserver oder den Filter davor. Wenn keiner von beiden diesen Text sendet, tut es jemand auf dem Weg.</translation>
    </message>
    <message>
        <source>Encryption with the mail server {subject} fails at {address}: {reason}</source>
        <translation>Die Verschlüsselung mit dem Mailserver {subject} schlägt unter {address} fehl: {reason}</translation>
    </message>
    <message>
        <source>See that certificate and key belong together and that TLS 1.2 or 1.3 is on, then try: openssl s_client -starttls smtp -connect {subject}:25 -servername {subject}</source>
        <translation>Sorgen Sie dafür, dass Zertifikat und Schlüssel zusammengehören und dass TLS 1.2 oder 1.3 eingeschaltet ist; versuchen Sie dann: openssl s_client -starttls smtp -connect {subject}:25 -servername {subject}</translation>
    </message>
    <message>
        <source>The mail server {subject} offers only {version} at {address}; senders need TLS 1.2 or higher.</source>
        <translation>Der Mailserver {subject} bietet unter {address} nur {version} an; sendende Server brauchen TLS 1.2 oder höher.</translation>
    </message>
    <message>
        <source>TLS below 1.2 must not be used any more. Under a policy in mode enforce, senders that honour MTA-STS do not deliver to this server.</source>
        <translation>TLS unter 1.2 darf nicht mehr verwendet werden. Bei einer Richtlinie im Modus enforce stellen sendende Server, die MTA-STS beachten, diesem Server nicht zu.</translation>
    </message>
    <message>
        <source>Turn on TLS 1.2 and 1.3, for example in Postfix: smtpd_tls_protocols = &gt;=TLSv1.2. An old system may need a newer TLS library first.</source>
        <translation>Schalten Sie TLS 1.2 und 1.3 ein, zum Beispiel in Postfix: smtpd_tls_protocols = &gt;=TLSv1.2. Ein altes System braucht vielleicht zuerst eine neuere TLS-Bibliothek.</translation>
    </message>
    <message>
        <source>The encryption with the mail server {subject} at {address} is weak: {reason}</source>
        <translation>Die Verschlüsselung mit dem Mailserver {subject} unter {address} ist schwach: {reason}</translation>
    </message>
    <message>
        <source>Mail recorded today can be read later once such encryption is broken or the server&apos;s key is stolen.</source>
        <translation>Heute aufgezeichnete E-Mails lassen sich später lesen, sobald eine solche Verschlüsselung gebrochen oder der Schlüssel des Servers gestohlen ist.</translation>
    </message>
    <message>
        <source>Prefer ECDHE key exchange and AES-GCM or ChaCha20 in the mail server, and TLS 1.3 where it can be had.</source>
        <translation>Bevorzugen Sie im Mailserver den Schlüsselaustausch mit ECDHE und AES-GCM oder ChaCha20, und TLS 1.3, wo es verfügbar ist.</translation>
    </message>
    <message>
        <source>The TLS-RPT record of {subject} could not be looked up: {reason}</source>
        <translation>Der TLS-RPT-Eintrag von {subject} ließ sich nicht abfragen: {reason}</translation>
    </message>
    <message>
        <source>Senders that get no answer do not know where to send their reports.</source>
        <translation>Sendende Server, die keine Antwort bekommen, wissen nicht, wohin sie ihre Berichte senden sollen.</translation>
    </message>
    <message>
        <source>See that every name server of the zone answers for _smtp._tls.{domain}: dig +dnssec _smtp._tls.{domain} TXT</source>
        <translation>Sorgen Sie dafür, dass jeder Nameserver der Zone für _smtp._tls.{domain} antwortet: dig +dnssec _smtp._tls.{domain} TXT</translation>
    </message>
    <message>
        <source>{subject} asks for no reports: there is no TLS-RPT record at _smtp._tls.{domain}.</source>
        <translation>{subject} bittet nicht um Berichte: Es gibt keinen TLS-RPT-Eintrag bei _smtp._tls.{domain}.</translation>
    </message>
    <message>
        <source>Only by the daily reports of senders do you learn that encryption to your mail servers fails, and that mail waits because of it.</source>
        <translation>Nur durch die täglichen Berichte der sendenden Server erfahren Sie, dass die Verschlüsselung zu Ihren Mailservern fehlschlägt und E-Mails deshalb warten.</translation>
    </message>
    <message>
        <source>Publish: _smtp._tls.{domain}. IN TXT &quot;v=TLSRPTv1; rua=mailto:tls-reports@{domain}&quot;, with an address that exists.</source>
        <translation>Veröffentlichen Sie: _smtp._tls.{domain}. IN TXT &quot;v=TLSRPTv1; rua=mailto:tls-reports@{domain}&quot;, mit einer Adresse, die es gibt.</translation>
    </message>
    <message>
        <source>{subject} has {count} TLS-RPT records: {records}</source>
        <translation>{subject} hat {count} TLS-RPT-Einträge: {records}</translation>
    </message>
    <message>
        <source>With more than one, senders must assume that the domain wants no reports.</source>
        <translation>Bei mehr als einem müssen sendende Server annehmen, dass die Domain keine Berichte wünscht.</translation>
    </message>
    <message>
        <source>Leave a single TXT record at _smtp._tls.{domain}. It may name several addresses, with commas between them.</source>
        <translation>Lassen Sie nur einen TXT-Eintrag bei _smtp._tls.{domain} stehen. Er darf mehrere Adressen nennen, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>The TLS-RPT record of {subject} is malformed at character {column}: {reason}. It reads: {record}</source>
        <translation>Der TLS-RPT-Eintrag von {subject} ist bei Zeichen {column} fehlerhaft: {reason}. Er lautet: {record}</translation>
    </message>
    <message>
        <source>Senders need not read a malformed record: you may get no reports.</source>
        <translation>Sendende Server müssen einen fehlerhaften Eintrag nicht lesen: Möglicherweise bekommen Sie keine Berichte.</translation>
    </message>
    <message>
        <source>Write it in this form, with an address of yours: v=TLSRPTv1; rua=mailto:tls-reports@example.com</source>
        <translation>Schreiben Sie ihn in dieser Form, mit einer Adresse von Ihnen: v=TLSRPTv1; rua=mailto:tls-reports@example.com</translation>
    </message>
    <message>
        <source>The TLS-RPT record of {subject} names no usable place for reports: {reason}</source>
        <translation>Der TLS-RPT-Eintrag von {subject} nennt kein brauchbares Ziel für Berichte: {reason}</translation>
    </message>
    <message>
        <source>Reports are sent by mail or HTTPS, to what stands behind rua=. Without a usable address there are none.</source>
        <translation>Berichte werden per E-Mail oder HTTPS an das gesendet, was hinter rua= steht. Ohne brauchbare Adresse gibt es keine.</translation>
    </message>
    <message>
        <source>There is a TLS-RPT record at {place}, where no sender looks: {record}</source>
        <translation>Es gibt einen TLS-RPT-Eintrag bei {place}, wo kein sendender Server nachsieht: {record}</translation>
    </message>
    <message>
        <source>Senders ask for a TXT record at _smtp._tls.{domain} and nowhere else. Other names stem from drafts of the standard.</source>
        <translation>Sendende Server fragen nach einem TXT-Eintrag bei _smtp._tls.{domain} und nirgendwo sonst. Andere Namen stammen aus Entwürfen des Standards.</translation>
    </message>
    <message>
        <source>Move the record to _smtp._tls.{domain}</source>
        <translation>Verschieben Sie den Eintrag nach _smtp._tls.{domain}</translation>
    </message>
    <message>
        <source>Reports about {subject} cannot reach {destination}: {reason}</source>
        <translation>Berichte über {subject} können {destination} nicht erreichen: {reason}</translation>
    </message>
    <message>
        <source>Senders try, fail, and drop the report: nobody learns that something is wrong.</source>
        <translation>Sendende Server versuchen es, scheitern und verwerfen den Bericht: Niemand erfährt, dass etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>Name an address that takes mail, or an https URL that works, in the record, which now reads: {record}</source>
        <translation>Nennen Sie eine Adresse, die E-Mails annimmt, oder eine funktionierende https-URL im Eintrag, der jetzt so lautet: {record}</translation>
    </message>
    <message>
        <source>Have the mail server send the full chain: with certbot use fullchain.pem, not cert.pem. The missing certificate: {source}</source>
        <translation>Lassen Sie den Mailserver die ganze Kette senden: bei certbot fullchain.pem statt cert.pem. Das fehlende Zertifikat: {source}</translation>
    </message>
    <message>
        <source>Nothing is to be done now. Before the key of the certificate changes, publish the TLSA record for the new one beside the old, and wait until caches have let go of the old answer: {ttl}.</source>
        <translation>Jetzt ist nichts zu tun. Bevor sich der Schlüssel des Zertifikats ändert, veröffentlichen Sie neben dem alten den TLSA-Eintrag für den neuen und warten, bis Zwischenspeicher die alte Antwort vergessen haben: {ttl}.</translation>
    </message>
    <message>
        <source>If {subject} shows the certificate that it should, publish: _25._tcp.{base}. IN TLSA {fitting} and remove the records that no longer fit. Caches may keep the old answer for {ttl}; until then, showing the former certificate helps too.</source>
        <translation>Wenn {subject} das richtige Zertifikat zeigt, veröffentlichen Sie: _25._tcp.{base}. IN TLSA {fitting} und entfernen die Einträge, die nicht mehr passen. Zwischenspeicher behalten die alte Antwort womöglich so lange: {ttl}; bis dahin hilft es auch, das frühere Zertifikat zu zeigen.</translation>
    </message>
    <message>
        <source>Senders that check DANE do not deliver to the mail server {subject} at {address}: its TLSA records ask for encryption, and {reason}. At _25._tcp.{base} stands {records}.</source>
        <translation>Absender, die DANE prüfen, stellen an den Mailserver {subject} unter {address} nicht zu: Seine TLSA-Einträge verlangen Verschlüsselung, und {reason}. Unter _25._tcp.{base} steht {records}.</translation>
    </message>
    <message>
        <source>Secure TLSA records tell senders that the server can encrypt. When it then does not, they take it for an attack and keep the mail, whatever the records hold.</source>
        <translation>Sichere TLSA-Einträge sagen Absendern, dass der Server verschlüsseln kann. Tut er es dann nicht, halten sie das für einen Angriff und behalten die Post, was auch immer in den Einträgen steht.</translation>
    </message>
    <message>
        <source>Turn on STARTTLS with TLS 1.2 or higher on {subject}. If it is not to encrypt, remove the records at _25._tcp.{base}.</source>
        <translation>Schalten Sie auf {subject} STARTTLS mit TLS 1.2 oder höher ein. Soll er nicht verschlüsseln, entfernen Sie die Einträge unter _25._tcp.{base}.</translation>
    </message>
    <message>
        <source>DANE holds at the mail servers of {subject}, but with less assurance: the MX records that name them are not signed with DNSSEC.</source>
        <translation>DANE trägt an den Mailservern von {subject}, aber mit weniger Gewähr: Die MX-Einträge, die sie nennen, sind nicht mit DNSSEC signiert.</translation>
    </message>
    <message>
        <source>Somebody on the way could forge the MX records and lead mail to a server of his own, with TLSA records that match. Some senders check DANE all the same, others do not count it.</source>
        <translation>Jemand auf dem Weg könnte die MX-Einträge fälschen und die Post zu einem eigenen Server mit passenden TLSA-Einträgen lenken. Manche Absender prüfen DANE trotzdem, andere zählen es nicht.</translation>
    </message>
    <message>
        <source>Have the zone of {subject} signed with DNSSEC and its DS record published in the zone above.</source>
        <translation>Lassen Sie die Zone von {subject} mit DNSSEC signieren und ihren DS-Eintrag in der übergeordneten Zone veröffentlichen.</translation>
    </message>
    <message>
        <source>Publish a record that holds the SHA-256 digest of the server&apos;s public key, and remove the others: _25._tcp.{base}. IN TLSA {fitting}</source>
        <translation>Veröffentlichen Sie einen Eintrag mit dem SHA-256-Hashwert des öffentlichen Schlüssels des Servers und entfernen Sie die anderen: _25._tcp.{base}. IN TLSA {fitting}</translation>
    </message>
    <message>
        <source>Whether mail arrives depends on which of the two a sender checks. One that checks both must not deliver where DANE fails; where only MTA-STS fails, some keep the mail and others go by DANE alone.</source>
        <translation>Ob Post ankommt, hängt davon ab, was von beidem ein Absender prüft. Wer beides prüft, darf nicht zustellen, wo DANE scheitert; wo nur MTA-STS scheitert, behalten manche die Post, andere richten sich allein nach DANE.</translation>
    </message>
    <message>
        <source>Strangers could take the place of the mail server {subject}: the name {missing} does not exist; {claim}.</source>
        <translation>Fremde könnten an die Stelle des Mailservers {subject} treten: Den Namen {missing} gibt es nicht; {claim}.</translation>
    </message>
    <message>
        <source>Whoever obtains that name receives your mail as your mail server, and easily gets a certificate for it. If the policy names the host, MTA-STS does not keep them out.</source>
        <translation>Wer diesen Namen bekommt, empfängt Ihre Mail als Ihr Mailserver und erhält leicht ein Zertifikat dafür. Wenn die Richtlinie den Host nennt, hält MTA-STS ihn nicht fern.</translation>
    </message>
    <message>
        <source>Remove the MX record that names {subject} at once, and its line in the policy, or get hold of the name yourself.</source>
        <translation>Entfernen Sie sofort den MX-Eintrag, der {subject} nennt, und seine Zeile in der Richtlinie, oder beschaffen Sie sich den Namen selbst.</translation>
    </message>
    <message>
        <source>The name servers of {zone} disagree about the mail servers of {subject}: {answers}</source>
        <translation>Die Nameserver von {zone} sind sich über die Mailserver von {subject} nicht einig: {answers}</translation>
    </message>
    <message>
        <source>Where a sender delivers depends on the name server that its resolver happens to ask. A mail server that only some of them name may be missing in the policy, or be long gone.</source>
        <translation>Wohin ein Absender liefert, hängt davon ab, welchen Nameserver sein Resolver gerade fragt. Ein Mailserver, den nur einige nennen, kann in der Richtlinie fehlen oder längst abgeschaltet sein.</translation>
    </message>
    <message>
        <source>See that changes reach every name server of {zone}, then audit again. Shortly after a change it passes by itself.</source>
        <translation>Sorgen Sie dafür, dass Änderungen jeden Nameserver von {zone} erreichen, und prüfen Sie dann erneut. Kurz nach einer Änderung vergeht es von selbst.</translation>
    </message>
    <message>
        <source>{subject}, a name server of {zone}, does not exist: {claim}.</source>
        <translation>{subject}, ein Nameserver von {zone}, existiert nicht: {claim}.</translation>
    </message>
    <message>
        <source>Whoever obtains that name answers for your zone to a part of all senders: they can send your mail wherever they like, and publish records of their own.</source>
        <translation>Wer diesen Namen bekommt, antwortet einem Teil aller Absender für Ihre Zone: Er kann Ihre Mail leiten, wohin er will, und eigene Einträge veröffentlichen.</translation>
    </message>
    <message>
        <source>Have the NS record that names {subject} removed at once, in the zone and at the registry.</source>
        <translation>Lassen Sie den NS-Eintrag, der {subject} nennt, sofort entfernen, in der Zone und bei der Registrierungsstelle.</translation>
    </message>
    <message>
        <source>{subject} is a name server of {zone} but does not answer for it: {reason}.</source>
        <translation>{subject} ist ein Nameserver von {zone}, antwortet aber nicht für die Zone: {reason}.</translation>
    </message>
    <message>
        <source>Resolvers that happen to ask it (a lame delegation) lose time before they turn to another one. When the others are away, senders find neither your mail servers nor your policy.</source>
        <translation>Resolver, die zufällig ihn fragen (eine lahme Delegation), verlieren Zeit, bevor sie sich an einen anderen wenden. Wenn die anderen ausfallen, finden Absender weder Ihre Mailserver noch Ihre Richtlinie.</translation>
    </message>
    <message>
        <source>Have {subject} serve the zone {zone}, or take it out of the NS records, in the zone and at the registry.</source>
        <translation>Lassen Sie {subject} die Zone {zone} bereitstellen, oder nehmen Sie ihn aus den NS-Einträgen, in der Zone und bei der Registrierungsstelle.</translation>
    </message>
    <message>
        <source>{subject}, a name server of {zone}, did not answer at {address}, while others did: {reason}.</source>
        <translation>{subject}, ein Nameserver von {zone}, hat unter {address} nicht geantwortet, während andere es taten: {reason}.</translation>
    </message>
    <message>
        <source>What it would have said is not known, and counts neither for nor against it. Resolvers turn to another server when one is silent.</source>
        <translation>Was er gesagt hätte, ist nicht bekannt und zählt weder für noch gegen ihn. Resolver wenden sich an einen anderen Server, wenn einer schweigt.</translation>
    </message>
    <message>
        <source>Audit again, from another network too. If it stays silent, see whether the server runs: dig @{address} {zone} SOA +norecurse</source>
        <translation>Prüfen Sie erneut, auch von einem anderen Netz aus. Wenn er stumm bleibt, sehen Sie nach, ob der Server läuft: dig @{address} {zone} SOA +norecurse</translation>
    </message>
    <message>
        <source>The name servers of {zone} hold different versions of it; their serials: {answers}</source>
        <translation>Die Nameserver von {zone} halten verschiedene Fassungen der Zone; ihre Seriennummern: {answers}</translation>
    </message>
    <message>
        <source>Shortly after a change that is as it should be. If it lasts, some servers do not get the changes, and senders see an old state.</source>
        <translation>Kurz nach einer Änderung ist das in Ordnung. Wenn es anhält, bekommen einige Server die Änderungen nicht, und Absender sehen einen alten Stand.</translation>
    </message>
    <message>
        <source>Audit again in an hour. If it stays so, see that changes reach every server (zone transfer, NOTIFY). Some providers number each server&apos;s copy on its own: then it means nothing.</source>
        <translation>Prüfen Sie in einer Stunde erneut. Wenn es so bleibt, sorgen Sie dafür, dass Änderungen jeden Server erreichen (Zonentransfer, NOTIFY). Manche Anbieter nummerieren die Fassung jedes Servers für sich: Dann bedeutet es nichts.</translation>
    </message>
    <message>
        <source>Have the web server send the full chain: with certbot use fullchain.pem, not cert.pem. The missing certificate: {source}</source>
        <translation>Lassen Sie den Webserver die ganze Kette senden: bei certbot fullchain.pem statt cert.pem. Das fehlende Zertifikat: {source}</translation>
    </message>
    <message>
        <source>{subject} is an alias (CNAME) of {target}, which does not exist: {claim}.</source>
        <translation>{subject} ist ein Alias (CNAME) von {target}, das es nicht gibt: {claim}.</translation>
    </message>
    <message>
        <source>The MTA-STS record of {subject} is an alias (CNAME) that leads nowhere, to {target}: {claim}.</source>
        <translation>Der MTA-STS-Eintrag von {subject} ist ein Alias (CNAME), der ins Leere führt, zu {target}: {claim}.</translation>
    </message>
    <message>
        <source>Senders find no record, and so no policy. If the name can be had by somebody else, that person decides from then on when senders look for a policy of yours.</source>
        <translation>Absender finden keinen Eintrag und damit keine Richtlinie. Wenn jemand anders den Namen bekommen kann, bestimmt er von da an, wann Absender nach einer Richtlinie von Ihnen sehen.</translation>
    </message>
    <message>
        <source>The name servers of {zone} disagree about the MTA-STS record of {subject}: {answers}</source>
        <translation>Die Nameserver von {zone} sind sich über den MTA-STS-Eintrag von {subject} nicht einig: {answers}</translation>
    </message>
    <message>
        <source>Whether a sender learns of the policy, or of its change, depends on the name server that its resolver happens to ask. Shortly after a change that is natural; it must not last.</source>
        <translation>Ob ein Absender von der Richtlinie oder ihrer Änderung erfährt, hängt davon ab, welchen Nameserver sein Resolver gerade fragt. Kurz nach einer Änderung ist das natürlich; es darf nicht anhalten.</translation>
    </message>
    <message>
        <source>See that changes reach every name server of {zone}, then audit again: dig @SERVER _mta-sts.{domain} TXT +norecurse</source>
        <translation>Sorgen Sie dafür, dass Änderungen jeden Nameserver von {zone} erreichen, und prüfen Sie dann erneut: dig @SERVER _mta-sts.{domain} TXT +norecurse</translation>
    </message>
    <message>
        <source>Mail to {subject} is not covered by the MTA-STS policy of {parent}: {subject} has no record of its own.</source>
        <translation>Mail an {subject} ist durch die MTA-STS-Richtlinie von {parent} nicht geschützt: {subject} hat keinen eigenen Eintrag.</translation>
    </message>
    <message>
        <source>A policy holds for one domain exactly. Domains below it inherit nothing: each that takes mail needs a record and a policy host of its own.</source>
        <translation>Eine Richtlinie gilt für genau eine Domain. Domains darunter erben nichts: Jede, die Mail annimmt, braucht einen eigenen Eintrag und einen eigenen Richtlinien-Host.</translation>
    </message>
    <message>
        <source>If mail to {subject} matters, serve a policy at mta-sts.{subject} and publish: _mta-sts.{subject}. IN TXT &quot;v=STSv1; id={newId};&quot;</source>
        <translation>Wenn Mail an {subject} wichtig ist, stellen Sie unter mta-sts.{subject} eine Richtlinie bereit und veröffentlichen Sie: _mta-sts.{subject}. IN TXT &quot;v=STSv1; id={newId};&quot;</translation>
    </message>
    <message>
        <source>The TLSA records of the mail server {subject} will not match any more when its certificate at {address} is renewed, by {until} at the latest: {reason}. At _25._tcp.{base} stands {records}.</source>
        <translation>Die TLSA-Einträge des Mailservers {subject} passen nicht mehr, sobald sein Zertifikat unter {address} erneuert wird, spätestens {until}: {reason}. Unter _25._tcp.{base} steht {records}.</translation>
    </message>
    <message>
        <source>From the renewal on, senders that check DANE would take the server for an impostor and keep the mail. Renewals are easily forgotten by those who look after the DNS.</source>
        <translation>Von der Erneuerung an hielten Absender, die DANE prüfen, den Server für einen Betrüger und behielten die Post. Wer sich um das DNS kümmert, erfährt von Erneuerungen oft nichts.</translation>
    </message>
    <message>
        <source>{advice} Caches keep the old answer for {ttl}, so do it well before the renewal.</source>
        <translation>{advice} Zwischenspeicher behalten die alte Antwort so lange: {ttl}; tun Sie es deshalb rechtzeitig vor der Erneuerung.</translation>
    </message>
    <message>
        <source>The mail server {subject} has a second certificate, with the {key} key, that senders would not accept: {reason}</source>
        <translation>Der Mailserver {subject} hat ein zweites Zertifikat, das mit dem {key}-Schlüssel, das sendende Server nicht annehmen würden: {reason}</translation>
    </message>
    <message>
        <source>Which of its two certificates a server shows depends on what the sender prefers or can read, RSA or ECDSA. So some senders are shown this one. Under a policy in mode enforce, those that honour MTA-STS do not deliver; in mode testing they report it. To everybody else all seems well.</source>
        <translation>Welches seiner zwei Zertifikate ein Server zeigt, hängt davon ab, was der sendende Server vorzieht oder lesen kann: RSA oder ECDSA. Manche bekommen also dieses zu sehen. Gilt eine Richtlinie im Modus enforce, stellen diejenigen unter ihnen, die MTA-STS beachten, nicht zu; im Modus testing melden sie es. Für alle anderen sieht alles gut aus.</translation>
    </message>
    <message>
        <source>Mend the certificate with the {key} key like any other, and renew both together. Or take it out of the mail server, for example in Postfix out of smtpd_tls_chain_files.</source>
        <translation>Bringen Sie das Zertifikat mit dem {key}-Schlüssel in Ordnung wie jedes andere, und erneuern Sie beide zusammen. Oder nehmen Sie es aus dem Mailserver heraus, in Postfix zum Beispiel aus smtpd_tls_chain_files.</translation>
    </message>
    <message>
        <source>The TLSA records at {base} hold for one certificate of {subject}, but not for that with the {key} key: {reason}</source>
        <translation>Die TLSA-Einträge bei {base} passen zu einem Zertifikat von {subject}, aber nicht zu dem mit dem {key}-Schlüssel: {reason}</translation>
    </message>
    <message>
        <source>Which of its two certificates a server shows depends on what the sender prefers or can read. Senders that check DANE and are shown this one do not deliver to the server.</source>
        <translation>Welches seiner zwei Zertifikate ein Server zeigt, hängt davon ab, was der sendende Server vorzieht oder lesen kann. Sendende Server, die DANE prüfen und dieses zu sehen bekommen, stellen dem Server nicht zu.</translation>
    </message>
    <message>
        <source>Publish a TLSA record for each of the two keys. For the {key} key: {fitting}</source>
        <translation>Veröffentlichen Sie für jeden der zwei Schlüssel einen TLSA-Eintrag. Für den {key}-Schlüssel: {fitting}</translation>
    </message>
    <message>
        <source>The mail server {subject} still offers {versions} at {address}, beside newer versions.</source>
        <translation>Der Mailserver {subject} bietet unter {address} neben neueren Versionen noch {versions} an.</translation>
    </message>
    <message>
        <source>These versions must not be used any more. Senders that honour MTA-STS do not: they take TLS 1.2 or higher. An old sender may have nothing better, and without a policy even old encryption is more than none.</source>
        <translation>Diese Versionen dürfen nicht mehr benutzt werden. Sendende Server, die MTA-STS beachten, tun es auch nicht: Sie nehmen TLS 1.2 oder höher. Ein alter sendender Server hat vielleicht nichts Besseres, und ohne Richtlinie ist auch alte Verschlüsselung mehr als keine.</translation>
    </message>
    <message>
        <source>When the log shows that nobody needs them, turn them off, for example in Postfix: smtpd_tls_protocols = &gt;=TLSv1.2</source>
        <translation>Wenn das Protokoll zeigt, dass niemand sie braucht, schalten Sie sie ab, in Postfix zum Beispiel so: smtpd_tls_protocols = &gt;=TLSv1.2</translation>
    </message>
    <message>
        <source>The mail server {subject} takes TLS 1.3 only at {address}; it refuses TLS 1.2.</source>
        <translation>Der Mailserver {subject} nimmt unter {address} nur TLS 1.3 und lehnt TLS 1.2 ab.</translation>
    </message>
    <message>
        <source>Many senders still have nothing newer than TLS 1.2. Under a policy in mode enforce they do not deliver to this server; without one they may send unencrypted.</source>
        <translation>Viele sendende Server haben noch nichts Neueres als TLS 1.2. Gilt eine Richtlinie im Modus enforce, stellen sie diesem Server nicht zu; ohne Richtlinie senden sie vielleicht unverschlüsselt.</translation>
    </message>
    <message>
        <source>Turn on TLS 1.2 beside TLS 1.3, for example in Postfix: smtpd_tls_protocols = &gt;=TLSv1.2</source>
        <translation>Schalten Sie neben TLS 1.3 auch TLS 1.2 ein, in Postfix zum Beispiel so: smtpd_tls_protocols = &gt;=TLSv1.2</translation>
    </message>
    <message>
        <source>The mail server {subject} sends its certificates out of order; too early stand: {certificates}</source>
        <translation>Der Mailserver {subject} sendet seine Zertifikate in falscher Reihenfolge; zu früh kommen: {certificates}</translation>
    </message>
    <message>
        <source>Each certificate is to certify the one before it. Most senders sort them by themselves, as TLS 1.3 advises (RFC 8446 §4.4.2), but some strict or old ones refuse such a chain.</source>
        <translation>Jedes Zertifikat soll das vorige beglaubigen. Die meisten sendenden Server ordnen sie selbst, wie TLS 1.3 es empfiehlt (RFC 8446 §4.4.2), aber manche strengen oder alten lehnen eine solche Kette ab.</translation>
    </message>
    <message>
        <source>Put the certificates into the file of the mail server in this order: its own, then that of its issuer, then that issuer&apos;s issuer, without the root.</source>
        <translation>Ordnen Sie die Zertifikate in der Datei des Mailservers so: zuerst sein eigenes, dann das des Ausstellers, dann das von dessen Aussteller, ohne die Wurzel.</translation>
    </message>
    <message>
        <source>The mail server {subject} sends certificates that nobody needs: {certificates}</source>
        <translation>Der Mailserver {subject} sendet Zertifikate, die niemand braucht: {certificates}</translation>
    </message>
    <message>
        <source>Senders have the root certificates that they trust, and pass over what does not lead there. Needless certificates only make every connection longer.</source>
        <translation>Sendende Server haben die Wurzelzertifikate, denen sie vertrauen, und übergehen, was nicht dorthin führt. Überflüssige Zertifikate machen nur jede Verbindung länger.</translation>
    </message>
    <message>
        <source>Take them out of the file of the mail server; leave its own certificate and the intermediate ones. With certbot use fullchain.pem as it is.</source>
        <translation>Nehmen Sie sie aus der Datei des Mailservers heraus; sein eigenes Zertifikat und die Zwischenzertifikate bleiben. Bei certbot nehmen Sie fullchain.pem, wie sie ist.</translation>
    </message>
    <message>
        <source>The certificate of {subject} (serial number {serial}) demands an OCSP response with every handshake (must-staple), but none came from {address}.</source>
        <translation>Das Zertifikat von {subject} (Seriennummer {serial}) verlangt bei jedem Handshake eine OCSP-Antwort (must-staple), aber von {address} kam keine.</translation>
    </message>
    <message>
        <source>Senders that look at this demand refuse the certificate without the response. Few do so today, and few mail servers can send one.</source>
        <translation>Sendende Server, die auf diese Forderung achten, lehnen das Zertifikat ohne die Antwort ab. Das tun heute wenige, und wenige Mailserver können eine senden.</translation>
    </message>
    <message>
        <source>Have a certificate for {subject} issued without must-staple (with certbot without --must-staple), or let the mail server send OCSP responses.</source>
        <translation>Lassen Sie für {subject} ein Zertifikat ohne must-staple ausstellen (bei certbot ohne --must-staple), oder lassen Sie den Mailserver OCSP-Antworten senden.</translation>
    </message>
    <message>
        <source>The name servers of {zone} disagree about the TLS-RPT record of {subject}: {answers}</source>
        <translation>Die Nameserver von {zone} sind sich über den TLS-RPT-Eintrag von {subject} nicht einig: {answers}</translation>
    </message>
    <message>
        <source>Where a sender&apos;s reports go, if anywhere, depends on the name server that its resolver happens to ask.</source>
        <translation>Wohin die Berichte eines Absenders gehen, wenn überhaupt irgendwohin, hängt davon ab, welchen Nameserver sein Resolver gerade fragt.</translation>
    </message>
    <message>
        <source>See that changes reach every name server of {zone}, then audit again: dig @SERVER _smtp._tls.{domain} TXT +norecurse</source>
        <translation>Sorgen Sie dafür, dass Änderungen jeden Nameserver von {zone} erreichen, und prüfen Sie dann erneut: dig @SERVER _smtp._tls.{domain} TXT +norecurse</translation>
    </message>
    <message>
        <source>The certificate of the mail server {subject} expires in {left}, on {date}, within the {days} days that you chose as warning (certificate of {certificate}).</source>
        <translation>Das Zertifikat des Mailservers {subject} läuft in {left} ab, am {date}, innerhalb der {days} Tage, die Sie als Vorwarnung gewählt haben (Zertifikat von {certificate}).</translation>
    </message>
    <message>
        <source>You asked to be told that early, so that there is time to renew it. After that date senders that honour MTA-STS do not deliver to it under a policy in mode enforce.</source>
        <translation>Sie wollten es so früh erfahren, damit Zeit zum Erneuern bleibt. Nach diesem Datum stellen Absender, die MTA-STS beachten, unter einer Richtlinie im Modus enforce nicht mehr an ihn zu.</translation>
    </message>
    <message>
        <source>See that the certificate is renewed before {date}, and that the mail server loads the new one.</source>
        <translation>Sorgen Sie dafür, dass das Zertifikat vor dem {date} erneuert wird und der Mailserver das neue lädt.</translation>
    </message>
    <message>
        <source>The policy of {subject} has changed since {seen}, but the id of the record is still {id}: senders that know it may go by the former policy until {until}. {effect}</source>
        <translation>Die Richtlinie von {subject} hat sich seit {seen} geändert, die id des Eintrags ist aber noch {id}: Absender, die sie kennen, können sich bis {until} an die frühere Richtlinie halten. {effect}</translation>
    </message>
    <message>
        <source>By the id senders see that there is a new policy. As long as it is the one they know, they need not look at the file before max_age has run out. Before: {former}. Now: {current}.</source>
        <translation>An der id sehen Absender, dass es eine neue Richtlinie gibt. Solange es die ist, die sie kennen, müssen sie die Datei nicht ansehen, bevor max_age abgelaufen ist. Vorher: {former}. Jetzt: {current}.</translation>
    </message>
    <message>
        <source>Give the record a new id, any that was not used before: v=STSv1; id={newId};</source>
        <translation>Geben Sie dem Eintrag eine neue id, irgendeine, die noch nicht verwendet wurde: v=STSv1; id={newId};</translation>
    </message>
    <message>
        <source>Senders find no policy of {subject} any more, but those that remember the one seen on {seen} may enforce it until {until}. {effect}</source>
        <translation>Absender finden keine Richtlinie von {subject} mehr, doch wer sich die am {seen} gesehene gemerkt hat, kann sie noch bis {until} durchsetzen. {effect}</translation>
    </message>
    <message>
        <source>A record or a policy file that is gone does not end what senders hold in their caches ({former}). Until that date a change of mail servers or a bad certificate makes their mail to you wait and then bounce. All other senders deliver without protection.</source>
        <translation>Ein verschwundener Eintrag oder eine verschwundene Richtliniendatei beendet nicht, was Absender zwischengespeichert haben ({former}). Bis zu diesem Datum lässt ein Wechsel der Mailserver oder ein schlechtes Zertifikat deren Nachrichten an Sie warten und dann zurückgehen. Alle anderen Absender stellen ungeschützt zu.</translation>
    </message>
    <message>
        <source>To be protected, put record and policy back in order. To leave MTA-STS, serve a policy in mode none with a short max_age, publish v=STSv1; id={newId}; and keep both until {until}.</source>
        <translation>Um geschützt zu sein, bringen Sie Eintrag und Richtlinie wieder in Ordnung. Um MTA-STS zu verlassen, liefern Sie eine Richtlinie im Modus none mit kurzer max_age aus, veröffentlichen Sie v=STSv1; id={newId}; und behalten Sie beides bis {until}.</translation>
    </message>
    <message>
        <source>The policy of {subject} has been in mode testing since {since} or longer ({span}), although nothing seen here stands in the way of mode enforce.</source>
        <translation>Die Richtlinie von {subject} ist seit {since} oder länger ({span}) im Modus testing, obwohl nach allem, was hier zu sehen ist, dem Modus enforce nichts im Weg steht.</translation>
    </message>
    <message>
        <source>Mode testing is meant for the first weeks. As long as it lasts, mail is delivered also to an attacker who strips the encryption or leads it to another server.</source>
        <translation>Der Modus testing ist für die ersten Wochen gedacht. Solange er dauert, wird auch einem Angreifer zugestellt, der die Verschlüsselung entfernt oder die Post zu einem anderen Server lenkt.</translation>
    </message>
    <message>
        <source>When the reports (TLS-RPT) show no failures either, write “mode: enforce” in the policy, then publish v=STSv1; id={newId};</source>
        <translation>Wenn auch die Berichte (TLS-RPT) keine Fehler zeigen, schreiben Sie „mode: enforce“ in die Richtlinie und veröffentlichen dann v=STSv1; id={newId};</translation>
    </message>
    <message>
        <source>Line {line} of the policy of {subject} holds two lines in one: behind “{first}” stands “{second}”.</source>
        <translation>Zeile {line} der Richtlinie von {subject} enthält zwei Zeilen in einer: Hinter „{first}“ steht „{second}“.</translation>
    </message>
    <message>
        <source>Each field has a line of its own. Senders take everything up to the end of the line for one value, which means nothing to them, and the policy is malformed.</source>
        <translation>Jedes Feld hat eine eigene Zeile. Absender halten alles bis zum Ende der Zeile für einen einzigen Wert, der ihnen nichts sagt, und die Richtlinie ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Begin a new line in front of “{key}:”. If the file has its lines apart where you wrote it, the web server or a script takes the line ends out.</source>
        <translation>Beginnen Sie vor „{key}:“ eine neue Zeile. Stehen die Zeilen dort, wo Sie die Datei geschrieben haben, getrennt, so entfernt der Webserver oder ein Skript die Zeilenenden.</translation>
    </message>
</context>
<context>
    <name>Scrub</name>
    <message>
        <source>Nothing was written: there are more IPv4 addresses in this evidence than the %1 that are set aside for examples. Take fewer domains at a time.</source>
        <translation>Nichts wurde geschrieben: In diesen Belegen stehen mehr IPv4-Adressen als die %1, die für Beispiele vorgesehen sind. Nehmen Sie weniger Domains auf einmal.</translation>
    </message>
    <message>
        <source>Nothing was written: a certificate is signed with a kind of key that this program cannot make anew.</source>
        <translation>Nichts wurde geschrieben: Ein Zertifikat ist mit einer Art von Schlüssel signiert, die dieses Programm nicht neu erzeugen kann.</translation>
    </message>
    <message>
        <source>Nothing was written: without its names the audit of %1 would be judged differently (%2), and so would show something else.</source>
        <translation>Nichts wurde geschrieben: Ohne Namen würde die Prüfung von %1 anders beurteilt (%2) und zeigte daher etwas anderes.</translation>
    </message>
    <message>
        <source>Nothing was written: %1 would still be in it.</source>
        <translation>Nichts wurde geschrieben: %1 stünde immer noch darin.</translation>
    </message>
    <message>
        <source>Nothing was written: %1 is there already, and is not evidence without names. Choose another name, or move it away.</source>
        <translation>Nichts wurde geschrieben: %1 gibt es schon, und es sind keine Belege ohne Namen. Wählen Sie einen anderen Namen, oder verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>Nothing was written: there are so many certificates that sign others in this evidence that making their keys anew would take too long. Take fewer domains at a time.</source>
        <translation>Es wurde nichts geschrieben: In diesem Beleg gibt es so viele Zertifikate, die andere signieren, dass es zu lange dauerte, ihre Schlüssel neu zu bilden. Nehmen Sie weniger Domains auf einmal.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Subject: %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>Key: %1, signed with %2</source>
        <translation>Schlüssel: %1, signiert mit %2</translation>
    </message>
</context>
<context>
    <name>Senders</name>
    <message>
        <source>Follows the standard to the letter, but does not look at the media type.</source>
        <translation>Hält sich aufs Wort an den Standard, achtet aber nicht auf den Medientyp.</translation>
    </message>
    <message>
        <source>One bad line spoils the whole file, and the media type must be text/plain. DANE goes first where there is any. Postfix compares the patterns with the names in the certificate.</source>
        <translation>Eine einzige fehlerhafte Zeile macht die ganze Datei ungültig, und der Medientyp muss text/plain sein. Wo es DANE gibt, hat es Vorrang. Postfix vergleicht die Muster mit den Namen im Zertifikat.</translation>
    </message>
    <message>
        <source>A blank line, or a second colon in a line, spoils the whole file; the media type must be text/plain. There must be no other TXT record beside the one for MTA-STS.</source>
        <translation>Eine Leerzeile oder ein zweiter Doppelpunkt in einer Zeile macht die ganze Datei ungültig; der Medientyp muss text/plain sein. Neben dem TXT-Eintrag für MTA-STS darf kein anderer stehen.</translation>
    </message>
    <message>
        <source>Takes any text as mx. The media type must be text/plain, with its charset where the file is not plain ASCII. Postfix compares the patterns with the names in the certificate.</source>
        <translation>Nimmt als mx jeden Text an. Der Medientyp muss text/plain sein, mit Angabe des Zeichensatzes, wenn die Datei nicht aus reinem ASCII besteht. Postfix vergleicht die Muster mit den Namen im Zertifikat.</translation>
    </message>
    <message>
        <source>Reads the first 10 KiB only, wants text/plain, a max_age above zero, and an mx even in mode none.</source>
        <translation>Liest nur die ersten 10 KiB, verlangt text/plain, ein max_age über null und auch im Modus none eine mx-Zeile.</translation>
    </message>
    <message>
        <source>Does not look at the HTTP status, and does without version and max_age; wants an mx even in mode none.</source>
        <translation>Achtet nicht auf den HTTP-Status und kommt ohne version und max_age aus; verlangt auch im Modus none eine mx-Zeile.</translation>
    </message>
    <message>
        <source>Case does not matter, a missing mode counts as none, and a wildcard stands for any number of labels.</source>
        <translation>Groß- und Kleinschreibung spielt keine Rolle, ein fehlender Modus zählt als none, und ein Platzhalter (*) steht für beliebig viele Labels.</translation>
    </message>
    <message>
        <source>Not predicted. Its wildcard stands for any text, in mode testing every host matches, and whether it wants text/plain and CRLF can be switched.</source>
        <translation>Keine Vorhersage. Der Platzhalter (*) steht hier für beliebigen Text, im Testmodus (testing) passt jeder Host, und ob text/plain und CRLF verlangt werden, lässt sich einstellen.</translation>
    </message>
    <message>
        <source>Not predicted: they publish no parser. Advice in the field has it that Google does not act on a max_age under one day.</source>
        <translation>Keine Vorhersage: Diese Anbieter veröffentlichen keinen Parser. In der Praxis heißt es, Google beachte keine Richtlinie mit einem max_age unter einem Tag.</translation>
    </message>
    <message>
        <source>it finds no record that announces a policy</source>
        <translation>es findet keinen Eintrag, der eine Richtlinie ankündigt</translation>
    </message>
    <message>
        <source>it finds more than one record that announces a policy</source>
        <translation>es findet mehr als einen Eintrag, der eine Richtlinie ankündigt</translation>
    </message>
    <message>
        <source>it wants no other TXT record beside the one for MTA-STS</source>
        <translation>es duldet neben dem TXT-Eintrag für MTA-STS keinen anderen</translation>
    </message>
    <message>
        <source>it wants the record to begin with “v=STSv1;”, without a space</source>
        <translation>es verlangt, dass der Eintrag mit „v=STSv1;“ beginnt, ohne Leerzeichen</translation>
    </message>
    <message>
        <source>it finds no usable id in the record</source>
        <translation>es findet im Eintrag keine brauchbare id</translation>
    </message>
    <message>
        <source>it finds a mistake in the record</source>
        <translation>es findet im Eintrag einen Fehler</translation>
    </message>
    <message>
        <source>no sender gets the file</source>
        <translation>kein sendender Server bekommt die Datei</translation>
    </message>
    <message>
        <source>it wants the HTTP status 200</source>
        <translation>es verlangt den HTTP-Status 200</translation>
    </message>
    <message>
        <source>it wants the media type text/plain</source>
        <translation>es verlangt den Medientyp text/plain</translation>
    </message>
    <message>
        <source>the file is not plain ASCII, and the media type does not say its charset</source>
        <translation>die Datei besteht nicht aus reinem ASCII, und der Medientyp nennt ihren Zeichensatz nicht</translation>
    </message>
    <message>
        <source>it cannot unpack the file</source>
        <translation>es kann die Datei nicht entpacken</translation>
    </message>
    <message>
        <source>the file is larger than it reads</source>
        <translation>die Datei ist ihm zu groß</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>die Datei ist nicht in UTF-8</translation>
    </message>
    <message>
        <source>a byte order mark stands in front of the first line</source>
        <translation>vor der ersten Zeile steht ein Byte Order Mark</translation>
    </message>
    <message>
        <source>it takes no blank line</source>
        <translation>es akzeptiert keine Leerzeile</translation>
    </message>
    <message>
        <source>it takes no line that is not “key: value”</source>
        <translation>es akzeptiert keine Zeile, die nicht die Form „key: value“ hat</translation>
    </message>
    <message>
        <source>it takes no second colon in a line</source>
        <translation>es akzeptiert in einer Zeile keinen zweiten Doppelpunkt</translation>
    </message>
    <message>
        <source>it finds a mistake in a line with an extension</source>
        <translation>es findet einen Fehler in einer Zeile mit einer Erweiterung</translation>
    </message>
    <message>
        <source>a key stands more than once, and not every line with it is right</source>
        <translation>ein Schlüssel steht mehrfach da, und nicht jede Zeile mit ihm ist richtig</translation>
    </message>
    <message>
        <source>it finds no usable version</source>
        <translation>es findet keine brauchbare version</translation>
    </message>
    <message>
        <source>it finds no usable mode</source>
        <translation>es findet keinen brauchbaren Modus</translation>
    </message>
    <message>
        <source>it finds no usable max_age</source>
        <translation>es findet kein brauchbares max_age</translation>
    </message>
    <message>
        <source>it takes no max_age of zero</source>
        <translation>es akzeptiert kein max_age von null</translation>
    </message>
    <message>
        <source>Google is said not to act on a max_age under one day</source>
        <translation>Google beachtet dem Vernehmen nach keine Richtlinie mit einem max_age unter einem Tag</translation>
    </message>
    <message>
        <source>it finds no mx</source>
        <translation>es findet keine mx-Zeile</translation>
    </message>
    <message>
        <source>it wants an mx even in mode none</source>
        <translation>es verlangt auch im Modus none eine mx-Zeile</translation>
    </message>
    <message>
        <source>it takes no mx that is not a host name or “*.” and a host name</source>
        <translation>es akzeptiert als mx nur einen Hostnamen oder „*.“ und einen Hostnamen</translation>
    </message>
    <message>
        <source>Write the TXT record as the standard has it, and nothing more: v=STSv1; id=20260101T000000;</source>
        <translation>Schreiben Sie den TXT-Eintrag so, wie der Standard ihn vorsieht, und nichts weiter: v=STSv1; id=20260101T000000;</translation>
    </message>
    <message>
        <source>Leave a single TXT record at _mta-sts.</source>
        <translation>Lassen Sie nur einen TXT-Eintrag bei _mta-sts stehen.</translation>
    </message>
    <message>
        <source>See to it that the policy host can be reached and shows a valid certificate.</source>
        <translation>Sorgen Sie dafür, dass der Richtlinien-Host erreichbar ist und ein gültiges Zertifikat zeigt.</translation>
    </message>
    <message>
        <source>Have the web server answer with the status 200 and no redirect.</source>
        <translation>Lassen Sie den Webserver mit dem Status 200 und ohne Weiterleitung antworten.</translation>
    </message>
    <message>
        <source>Have the web server send: Content-Type: text/plain; charset=utf-8</source>
        <translation>Lassen Sie den Webserver senden: Content-Type: text/plain; charset=utf-8</translation>
    </message>
    <message>
        <source>Write the file in plain ASCII, or have the web server send: Content-Type: text/plain; charset=utf-8</source>
        <translation>Schreiben Sie die Datei in reinem ASCII, oder lassen Sie den Webserver senden: Content-Type: text/plain; charset=utf-8</translation>
    </message>
    <message>
        <source>Serve the file without compression.</source>
        <translation>Liefern Sie die Datei ohne Komprimierung aus.</translation>
    </message>
    <message>
        <source>Keep the file under 10 KiB.</source>
        <translation>Halten Sie die Datei unter 10 KiB.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 without a byte order mark.</source>
        <translation>Speichern Sie die Datei als UTF-8 ohne Byte Order Mark.</translation>
    </message>
    <message>
        <source>Write one “key: value” a line: no blank lines, no comments, no indentation.</source>
        <translation>Schreiben Sie ein „key: value“ je Zeile: keine Leerzeilen, keine Kommentare, keine Einrückung.</translation>
    </message>
    <message>
        <source>Leave out lines that have a colon in their value.</source>
        <translation>Lassen Sie Zeilen weg, deren Wert einen Doppelpunkt enthält.</translation>
    </message>
    <message>
        <source>Leave out lines with keys other than version, mode, mx and max_age.</source>
        <translation>Lassen Sie Zeilen mit anderen Schlüsseln als version, mode, mx und max_age weg.</translation>
    </message>
    <message>
        <source>Leave a single line with each key, but for mx: some senders use the first, others the last.</source>
        <translation>Lassen Sie mit jedem Schlüssel außer mx nur eine Zeile stehen: Manche sendenden Server nehmen die erste, andere die letzte.</translation>
    </message>
    <message>
        <source>Begin the file with the line: version: STSv1</source>
        <translation>Beginnen Sie die Datei mit der Zeile: version: STSv1</translation>
    </message>
    <message>
        <source>Write the mode as enforce, testing or none, in small letters.</source>
        <translation>Schreiben Sie den Modus als enforce, testing oder none, in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Write max_age as a number of seconds above zero and up to 31557600, in digits alone.</source>
        <translation>Schreiben Sie max_age als Zahl von Sekunden, größer als null und höchstens 31557600, nur in Ziffern.</translation>
    </message>
    <message>
        <source>Raise max_age to more than a day.</source>
        <translation>Erhöhen Sie max_age auf mehr als einen Tag.</translation>
    </message>
    <message>
        <source>Name each mail server in an mx line of its own, as it stands in the MX record, without a trailing dot.</source>
        <translation>Nennen Sie jeden Mailserver in einer eigenen mx-Zeile, so wie er im MX-Eintrag steht, ohne Punkt am Ende.</translation>
    </message>
    <message>
        <source>Leave the mx lines in the file in mode none too: senders that refuse it keep the policy they have.</source>
        <translation>Lassen Sie die mx-Zeilen auch im Modus none in der Datei stehen: Sendende Server, die die Datei ablehnen, behalten die Richtlinie, die sie haben.</translation>
    </message>
    <message>
        <source>Name each mail server in full, or with a wildcard for its first label alone: some senders let a wildcard stand for several labels, others do not.</source>
        <translation>Nennen Sie jeden Mailserver mit vollem Namen oder mit einem Platzhalter (*) nur für sein erstes Label: Bei manchen sendenden Servern steht ein Platzhalter auch für mehrere Labels, bei anderen nicht.</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <comment>reason, line of the policy</comment>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>honours it: %1</source>
        <comment>mode of the policy</comment>
        <translation>beachtet sie: %1</translation>
    </message>
    <message>
        <source>has no policy</source>
        <translation>hat keine Richtlinie</translation>
    </message>
    <message>
        <source>not predicted</source>
        <translation>keine Vorhersage</translation>
    </message>
    <message>
        <source>not covered: %1</source>
        <comment>mail servers</comment>
        <translation>nicht abgedeckt: %1</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>Die Richtlinie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Lesart</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Ask for reports</source>
        <translation>Um Berichte bitten</translation>
    </message>
    <message>
        <source>Publish the TLS-RPT record at _smtp._tls.{domain}. Senders then tell you every day what went wrong, long before anybody complains (RFC 8460).</source>
        <translation>Veröffentlichen Sie den TLS-RPT-Eintrag unter _smtp._tls.{domain}. Sendende Server melden Ihnen dann täglich, was misslungen ist, lange bevor sich jemand beschwert (RFC 8460).</translation>
    </message>
    <message>
        <source>Put the former record back, or take the record away. Mail does not depend on it.</source>
        <translation>Stellen Sie den früheren Eintrag wieder her, oder nehmen Sie den Eintrag weg. Die E-Mail hängt nicht davon ab.</translation>
    </message>
    <message>
        <source>Let mta-sts.{domain} lead to the server of the policy</source>
        <translation>mta-sts.{domain} zum Server der Richtlinie führen</translation>
    </message>
    <message>
        <source>Publish the records of the policy host. The server needs a certificate for mta-sts.{domain} from a public certification authority; without it senders do not read the policy (RFC 8461 §3.3).</source>
        <translation>Veröffentlichen Sie die Einträge des Richtlinien-Hosts. Der Server braucht ein Zertifikat für mta-sts.{domain} von einer öffentlichen Zertifizierungsstelle; ohne es lesen sendende Server die Richtlinie nicht (RFC 8461 §3.3).</translation>
    </message>
    <message>
        <source>Put the former records back. Senders keep the policy they have and go on delivering.</source>
        <translation>Stellen Sie die früheren Einträge wieder her. Sendende Server behalten die Richtlinie, die sie haben, und stellen weiter zu.</translation>
    </message>
    <message>
        <source>Prepare the new server of the policy</source>
        <translation>Den neuen Server der Richtlinie vorbereiten</translation>
    </message>
    <message>
        <source>Let the new server answer for mta-sts.{domain} with the same policy file as the former one and a certificate for this name, while names still lead to the former. Ask it by its address to see that it does.</source>
        <translation>Lassen Sie den neuen Server für mta-sts.{domain} mit derselben Richtliniendatei wie den früheren und einem Zertifikat für diesen Namen antworten, während die Einträge noch zum früheren führen. Fragen Sie ihn unter seiner Adresse, um zu sehen, dass er es tut.</translation>
    </message>
    <message>
        <source>Leave the records as they are. Nobody asks the new server yet.</source>
        <translation>Lassen Sie die Einträge, wie sie sind. Den neuen Server fragt noch niemand.</translation>
    </message>
    <message>
        <source>Switch the former server of the policy off</source>
        <translation>Den früheren Server der Richtlinie abschalten</translation>
    </message>
    <message>
        <source>Nobody is led to it any more. Until then both servers have to answer with the same policy file.</source>
        <translation>Zu ihm wird niemand mehr geführt. Bis dahin müssen beide Server mit derselben Richtliniendatei antworten.</translation>
    </message>
    <message>
        <source>Switch it on again with the policy file that is served now.</source>
        <translation>Schalten Sie ihn mit der Richtliniendatei, die jetzt gilt, wieder ein.</translation>
    </message>
    <message>
        <source>Publish the new TLSA records</source>
        <translation>Die neuen TLSA-Einträge veröffentlichen</translation>
    </message>
    <message>
        <source>Publish them for {hosts} beside those that are there, which stay until the new keys are in use (RFC 7671 §8.1).</source>
        <translation>Veröffentlichen Sie sie für {hosts} neben den vorhandenen, die bleiben, bis die neuen Schlüssel in Gebrauch sind (RFC 7671 §8.1).</translation>
    </message>
    <message>
        <source>Take the new records away again. The former ones still match.</source>
        <translation>Nehmen Sie die neuen Einträge wieder weg. Die früheren passen noch.</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>Die neuen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Install the new keys and certificates on {hosts}. Both sets of TLSA records are known by now. The certificates have to satisfy MTA-STS as well.</source>
        <translation>Installieren Sie die neuen Schlüssel und Zertifikate auf {hosts}. Alte und neue TLSA-Einträge sind inzwischen bekannt. Die Zertifikate müssen auch MTA-STS genügen.</translation>
    </message>
    <message>
        <source>Put the former keys and certificates back: their TLSA records are still there.</source>
        <translation>Stellen Sie die früheren Schlüssel und Zertifikate wieder her: Ihre TLSA-Einträge sind noch da.</translation>
    </message>
    <message>
        <source>Take the former TLSA records away</source>
        <translation>Die früheren TLSA-Einträge wegnehmen</translation>
    </message>
    <message>
        <source>Take those of {hosts} away that are not meant to stay, when every address of every one of these mail servers shows a certificate that the others match.</source>
        <translation>Nehmen Sie diejenigen von {hosts} weg, die nicht bleiben sollen, sobald jede Adresse jedes dieser Mailserver ein Zertifikat zeigt, zu dem die übrigen passen.</translation>
    </message>
    <message>
        <source>Publish them again.</source>
        <translation>Veröffentlichen Sie sie wieder.</translation>
    </message>
    <message>
        <source>Publish the policy file</source>
        <translation>Die Richtliniendatei veröffentlichen</translation>
    </message>
    <message>
        <source>Serve the file at https://mta-sts.{domain}/.well-known/mta-sts.txt in mode {mode}. Nobody looks for it before the record announces it.</source>
        <translation>Stellen Sie die Datei unter https://mta-sts.{domain}/.well-known/mta-sts.txt im Modus {mode} bereit. Niemand sucht sie, bevor der Eintrag sie ankündigt.</translation>
    </message>
    <message>
        <source>Take the file away again. As long as no record announces it, nobody notices.</source>
        <translation>Nehmen Sie die Datei wieder weg. Solange kein Eintrag sie ankündigt, bemerkt es niemand.</translation>
    </message>
    <message>
        <source>Let the policy cover the new mail servers, too</source>
        <translation>Die Richtlinie auch die neuen Mailserver abdecken lassen</translation>
    </message>
    <message>
        <source>Serve a policy file that covers the mail servers of today and those that are to come. The MX records stay as they are until every sender has seen it.</source>
        <translation>Stellen Sie eine Richtliniendatei bereit, die die Mailserver von heute und die kommenden abdeckt. Die MX-Einträge bleiben, wie sie sind, bis jeder sendende Server sie gesehen hat.</translation>
    </message>
    <message>
        <source>Put the former policy file back; where the record has the new id already, give it another new one. The MX records have not changed yet, so either policy lets mail pass.</source>
        <translation>Stellen Sie die frühere Richtliniendatei wieder her; wo der Eintrag schon die neue id hat, geben Sie ihm noch eine neue. Die MX-Einträge sind noch unverändert, deshalb lässt jede der beiden Richtlinien E-Mail durch.</translation>
    </message>
    <message>
        <source>Take the policy back to mode {mode}</source>
        <translation>Die Richtlinie in den Modus {mode} zurücknehmen</translation>
    </message>
    <message>
        <source>Serve the file in mode {mode}. Senders that hold the former policy may go on enforcing it until its max_age is over, so the mail servers have to satisfy it until then.</source>
        <translation>Stellen Sie die Datei im Modus {mode} bereit. Sendende Server, die die frühere Richtlinie noch haben, dürfen sie bis zum Ablauf von max_age weiter durchsetzen; bis dahin müssen die Mailserver ihr genügen.</translation>
    </message>
    <message>
        <source>Put the former policy file back; where the record has the new id already, give it another new one.</source>
        <translation>Stellen Sie die frühere Richtliniendatei wieder her; wo der Eintrag schon die neue id hat, geben Sie ihm noch eine neue.</translation>
    </message>
    <message>
        <source>Move the policy to mode enforce</source>
        <translation>Die Richtlinie in den Modus enforce bringen</translation>
    </message>
    <message>
        <source>Serve the file in mode enforce. From then on senders do not deliver to a mail server that the policy does not cover, or whose certificate does not hold. The audit has to be clean, and the reports of the last weeks without failures.</source>
        <translation>Stellen Sie die Datei im Modus enforce bereit. Von da an stellen sendende Server keinem Mailserver zu, den die Richtlinie nicht abdeckt oder dessen Zertifikat nicht gilt. Die Prüfung muss ohne Fehler sein, und die Berichte der letzten Wochen ohne Fehlschläge.</translation>
    </message>
    <message>
        <source>Serve the file in mode testing again and give the record a new id. Senders look for it before they give a message up; some may enforce until max_age is over.</source>
        <translation>Stellen Sie die Datei wieder im Modus testing bereit und geben Sie dem Eintrag eine neue id. Sendende Server sehen danach, bevor sie die Zustellung einer Nachricht aufgeben; manche setzen die Richtlinie vielleicht bis zum Ablauf von max_age durch.</translation>
    </message>
    <message>
        <source>Publish a policy in mode none</source>
        <translation>Eine Richtlinie im Modus none veröffentlichen</translation>
    </message>
    <message>
        <source>Serve a policy file in mode none with a small max_age. It tells senders to forget the policy they hold; a file or a record that is merely gone does not (RFC 8461 §8.3).</source>
        <translation>Stellen Sie eine Richtliniendatei im Modus none mit kleinem max_age bereit. Sie lässt sendende Server die Richtlinie vergessen, die sie haben; eine Datei oder ein Eintrag, die bloß verschwunden sind, tun das nicht (RFC 8461 §8.3).</translation>
    </message>
    <message>
        <source>Put the former policy file back and give the record a new id.</source>
        <translation>Stellen Sie die frühere Richtliniendatei wieder her und geben Sie dem Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>Publish the policy file as it is meant to be</source>
        <translation>Die Richtliniendatei veröffentlichen, wie sie sein soll</translation>
    </message>
    <message>
        <source>Serve the new file in the place of the former one, at every address of the policy host. Mode: {mode}, max_age: {maxAge}, mx: {mx}.</source>
        <translation>Stellen Sie die neue Datei anstelle der früheren bereit, an jeder Adresse des Richtlinien-Hosts. Modus: {mode}, max_age: {maxAge}, mx: {mx}.</translation>
    </message>
    <message>
        <source>Announce the policy with the id {id}</source>
        <translation>Die Richtlinie mit der id {id} ankündigen</translation>
    </message>
    <message>
        <source>Publish the TXT record at _mta-sts.{domain} when every address of the policy host serves the new file: a sender that sees the new id and gets the old file would keep that one (RFC 8461 §8.1).</source>
        <translation>Veröffentlichen Sie den TXT-Eintrag unter _mta-sts.{domain}, sobald jede Adresse des Richtlinien-Hosts die neue Datei liefert: Ein sendender Server, der die neue id sieht und die alte Datei bekommt, würde diese behalten (RFC 8461 §8.1).</translation>
    </message>
    <message>
        <source>Put the former policy file back first, then publish the record with another new id, never with a former one.</source>
        <translation>Stellen Sie zuerst die frühere Richtliniendatei wieder her, und veröffentlichen Sie dann den Eintrag mit noch einer neuen id, nie mit einer früheren.</translation>
    </message>
    <message>
        <source>Publish the new MX records</source>
        <translation>Die neuen MX-Einträge veröffentlichen</translation>
    </message>
    <message>
        <source>Add {hosts} beside the mail servers that are there. They have to take mail, offer STARTTLS and show a certificate for their names from a public certification authority before that.</source>
        <translation>Nehmen Sie {hosts} neben den vorhandenen Mailservern auf. Sie müssen vorher E-Mail annehmen, STARTTLS anbieten und ein Zertifikat für ihre Namen von einer öffentlichen Zertifizierungsstelle zeigen.</translation>
    </message>
    <message>
        <source>Take the former MX records away</source>
        <translation>Die früheren MX-Einträge wegnehmen</translation>
    </message>
    <message>
        <source>Take the MX records of {hosts} away when mail arrives at the others. Senders may still come to them as long as they remember the records, so let them run, and the policy cover them.</source>
        <translation>Nehmen Sie die MX-Einträge von {hosts} weg, wenn bei den anderen E-Mail ankommt. Sendende Server kommen vielleicht noch zu ihnen, solange sie sich an die Einträge erinnern; lassen Sie sie deshalb laufen und von der Richtlinie abdecken.</translation>
    </message>
    <message>
        <source>Publish the former MX records again: the policy still covers them.</source>
        <translation>Veröffentlichen Sie die früheren MX-Einträge wieder: Die Richtlinie deckt sie noch ab.</translation>
    </message>
    <message>
        <source>Switch the former mail servers off</source>
        <translation>Die früheren Mailserver abschalten</translation>
    </message>
    <message>
        <source>Nobody comes to {hosts} any more. Empty their queues first.</source>
        <translation>Zu {hosts} kommt niemand mehr. Leeren Sie vorher ihre Warteschlangen.</translation>
    </message>
    <message>
        <source>Switch them on again.</source>
        <translation>Schalten Sie sie wieder ein.</translation>
    </message>
    <message>
        <source>Take the record away</source>
        <translation>Den Eintrag wegnehmen</translation>
    </message>
    <message>
        <source>Take the TXT record at _mta-sts.{domain} away. No sender holds a former policy any more (RFC 8461 §8.3).</source>
        <translation>Nehmen Sie den TXT-Eintrag unter _mta-sts.{domain} weg. Kein sendender Server hat noch eine frühere Richtlinie (RFC 8461 §8.3).</translation>
    </message>
    <message>
        <source>Publish the record again with the same id: the file is still there.</source>
        <translation>Veröffentlichen Sie den Eintrag wieder mit derselben id: Die Datei ist noch da.</translation>
    </message>
    <message>
        <source>Take the policy file and its host away</source>
        <translation>Die Richtliniendatei und ihren Host wegnehmen</translation>
    </message>
    <message>
        <source>Take the file and the records of mta-sts.{domain} away. An alias that leads to a server that is not yours any more could be used by others.</source>
        <translation>Nehmen Sie die Datei und die Einträge von mta-sts.{domain} weg. Ein Alias, der zu einem Server führt, der Ihnen nicht mehr gehört, könnte von anderen benutzt werden.</translation>
    </message>
    <message>
        <source>Nothing depends on them: leave them for as long as you like, but under your control.</source>
        <translation>Nichts hängt davon ab: Lassen Sie sie stehen, solange Sie wollen, aber unter Ihrer Kontrolle.</translation>
    </message>
    <message>
        <source>End the reports</source>
        <translation>Die Berichte beenden</translation>
    </message>
    <message>
        <source>Take the TLS-RPT record at _smtp._tls.{domain} away.</source>
        <translation>Nehmen Sie den TLS-RPT-Eintrag unter _smtp._tls.{domain} weg.</translation>
    </message>
    <message>
        <source>Publish it again.</source>
        <translation>Veröffentlichen Sie ihn wieder.</translation>
    </message>
    <message>
        <source>Until {until}: senders that last fetched a former policy on {from} may go by it for {span} (its max_age), and need not look for a newer one.</source>
        <translation>Bis {until}: Sendende Server, die eine frühere Richtlinie zuletzt am {from} abgerufen haben, dürfen sich danach richten ({span}, ihr max_age) und müssen nicht nach einer neueren sehen.</translation>
    </message>
    <message>
        <source>Until {until}: resolvers may remember the former TXT record for {span} (its TTL).</source>
        <translation>Bis {until}: Resolver merken sich vielleicht noch den früheren TXT-Eintrag ({span}, seine TTL).</translation>
    </message>
    <message>
        <source>Until {until}: resolvers may remember the former MX records for {span} (their TTL).</source>
        <translation>Bis {until}: Resolver merken sich vielleicht noch die früheren MX-Einträge ({span}, ihre TTL).</translation>
    </message>
    <message>
        <source>Until {until}: resolvers may remember the former records of the policy host for {span} (their TTL).</source>
        <translation>Bis {until}: Resolver merken sich vielleicht noch die früheren Einträge des Richtlinien-Hosts ({span}, ihre TTL).</translation>
    </message>
    <message>
        <source>Until {until}: resolvers may remember for {span} that the policy host was not there (RFC 2308).</source>
        <translation>Bis {until}: Resolver merken sich vielleicht noch, dass es den Richtlinien-Host nicht gab ({span}, RFC 2308).</translation>
    </message>
    <message>
        <source>Until {until}: resolvers may remember the former TLSA records; {span} is twice their TTL (RFC 7671 §8.1).</source>
        <translation>Bis {until}: Resolver merken sich vielleicht noch die früheren TLSA-Einträge; gewartet wird das Doppelte ihrer TTL, {span} (RFC 7671 §8.1).</translation>
    </message>
    <message>
        <source>Until {until}, as advice: {span} in mode testing show in the reports what some senders only meet now and then.</source>
        <translation>Bis {until}, als Rat: {span} im Modus testing zeigen in den Berichten, was manchen sendenden Servern nur hin und wieder begegnet.</translation>
    </message>
    <message>
        <source>From {from} on it is usually enough: a sender has to look for a new policy before it gives a message up (RFC 8461 §5.1), so that mail is delayed at worst, as long as the record and the policy host answer. Only the later time is safe without delays.</source>
        <translation>Ab {from} genügt es meistens: Ein sendender Server muss nach einer neuen Richtlinie sehen, bevor er die Zustellung einer Nachricht aufgibt (RFC 8461 §5.1); E-Mail wird also schlimmstenfalls verzögert, solange Eintrag und Richtlinien-Host antworten. Ohne Verzögerungen sicher ist nur der spätere Zeitpunkt.</translation>
    </message>
    <message>
        <source>No policy file says what this policy is meant to say (RFC 8461 §3.2): check its patterns and its max_age.</source>
        <translation>Keine Richtliniendatei kann sagen, was diese Richtlinie sagen soll (RFC 8461 §3.2): Prüfen Sie ihre Muster und ihr max_age.</translation>
    </message>
    <message>
        <source>In mode enforce no sender would deliver to {hosts}, for no pattern of the policy covers them. Add patterns, or take these mail servers out of the plan.</source>
        <translation>Im Modus enforce würde niemand {hosts} beliefern, denn kein Muster der Richtlinie deckt sie ab. Ergänzen Sie Muster, oder nehmen Sie diese Mailserver aus dem Plan.</translation>
    </message>
    <message>
        <source>Publish the TXT record at _mta-sts.{domain} when every address of the policy host serves the file. From then on senders fetch it (RFC 8461 §8.1).</source>
        <translation>Veröffentlichen Sie den TXT-Eintrag unter _mta-sts.{domain}, sobald jede Adresse des Richtlinien-Hosts die Datei liefert. Von da an rufen sendende Server sie ab (RFC 8461 §8.1).</translation>
    </message>
    <message>
        <source>Take the record away again. In mode testing nothing is refused, so there is time to mend what is wrong.</source>
        <translation>Nehmen Sie den Eintrag wieder weg. Im Modus testing wird nichts abgelehnt, deshalb ist Zeit, den Fehler zu beheben.</translation>
    </message>
    <message>
        <source>Change the preferences of the MX records</source>
        <translation>Die Rangfolge der MX-Einträge ändern</translation>
    </message>
    <message>
        <source>The mail servers stay the same; senders try those with the smallest number first (RFC 5321 §5.1).</source>
        <translation>Die Mailserver bleiben dieselben; sendende Server versuchen die mit der kleinsten Zahl zuerst (RFC 5321 §5.1).</translation>
    </message>
    <message>
        <source>Put the former preferences back.</source>
        <translation>Stellen Sie die frühere Rangfolge wieder her.</translation>
    </message>
    <message>
        <source>Take the new MX records away again, but let the new mail servers run as long as senders may remember them. The former ones are still there and covered.</source>
        <translation>Nehmen Sie die neuen MX-Einträge wieder weg, aber lassen Sie die neuen Mailserver laufen, solange sendende Server sich an sie erinnern können. Die früheren sind noch da und abgedeckt.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>This file is not a saved audit. Open one that MTA-STS Studio or mta-sts audit --save wrote.</source>
        <translation>Diese Datei ist keine gespeicherte Prüfung. Öffnen Sie eine, die MTA-STS Studio oder mta-sts audit --save geschrieben hat.</translation>
    </message>
    <message>
        <source>This file is larger than %1 MiB, too large for a saved audit. Open the file of a single domain.</source>
        <translation>Diese Datei ist größer als %1 MiB, zu groß für eine gespeicherte Prüfung. Öffnen Sie die Datei einer einzelnen Domain.</translation>
    </message>
    <message>
        <source>This file is nested too deeply for a saved audit. Open one that MTA-STS Studio or mta-sts audit --save wrote.</source>
        <translation>Diese Datei ist zu tief verschachtelt für eine gespeicherte Prüfung. Öffnen Sie eine, die MTA-STS Studio oder mta-sts audit --save geschrieben hat.</translation>
    </message>
    <message>
        <source>This file cannot be read as a saved audit: it stops being JSON at octet %1. Open an undamaged copy, or audit the domain again.</source>
        <translation>Diese Datei lässt sich nicht als gespeicherte Prüfung lesen: Ab Byte %1 ist sie kein JSON mehr. Öffnen Sie eine unbeschädigte Kopie, oder prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>A newer version of MTA-STS Studio wrote this audit. Update MTA-STS Studio to open it.</source>
        <translation>Diese Prüfung stammt von einer neueren Version von MTA-STS Studio. Aktualisieren Sie MTA-STS Studio, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The audit could not be saved as %1 (%2). Choose another folder or name.</source>
        <translation>Die Prüfung ließ sich nicht als %1 speichern (%2). Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>Es gibt keine Datei %1. Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check that it is a file you may read.</source>
        <translation>%1 lässt sich nicht lesen (%2). Prüfen Sie, ob es eine Datei ist, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This saved audit is damaged: %1 holds another kind of value than it should. Open an undamaged copy, or audit the domain again.</source>
        <translation>Diese gespeicherte Prüfung ist beschädigt: %1 enthält eine andere Art von Wert als vorgesehen. Öffnen Sie eine unbeschädigte Kopie, oder prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>This saved audit is damaged, or a newer version wrote it: the value of %1 is unknown here. Update MTA-STS Studio, open another copy, or audit the domain again.</source>
        <translation>Diese gespeicherte Prüfung ist beschädigt oder stammt von einer neueren Version: Der Wert von %1 ist hier unbekannt. Aktualisieren Sie MTA-STS Studio, öffnen Sie eine andere Kopie, oder prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>This saved audit is damaged: %1 holds more than any audit does. Open an undamaged copy, or audit the domain again.</source>
        <translation>Diese gespeicherte Prüfung ist beschädigt: %1 enthält mehr, als eine Prüfung je enthält. Öffnen Sie eine unbeschädigte Kopie, oder prüfen Sie die Domain erneut.</translation>
    </message>
    <message>
        <source>This computer has not enough memory to read this audit. Close other programs, then open it again.</source>
        <translation>Dieser Rechner hat nicht genug Speicher, um diese Prüfung zu lesen. Schließen Sie andere Programme und öffnen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is saved over what is there and is no audit that can be read; choose another name, or move it away. %1</source>
        <translation>Über etwas, das kein lesbarer Audit ist, wird nicht gespeichert; wählen Sie einen anderen Namen, oder verschieben Sie es. %1</translation>
    </message>
    <message>
        <source>What was seen of %1 could not be remembered (%2).</source>
        <translation>Was von %1 gesehen wurde, konnte nicht gemerkt werden (%2).</translation>
    </message>
    <message>
        <source>Unsaved changes to the plan of %1 could not be kept for the case of a crash (%2).</source>
        <translation>Ungespeicherte Änderungen am Plan von %1 konnten nicht für den Fall eines Absturzes aufbewahrt werden (%2).</translation>
    </message>
    <message>
        <source>This file is not a plan. Open one that MTA-STS Studio or mta-sts plan new wrote.</source>
        <translation>Diese Datei ist kein Plan. Öffnen Sie eine, die MTA-STS Studio oder mta-sts plan new geschrieben hat.</translation>
    </message>
    <message>
        <source>This file is larger than %1 MiB, too large for a plan.</source>
        <translation>Diese Datei ist größer als %1 MiB, zu groß für einen Plan.</translation>
    </message>
    <message>
        <source>This plan cannot be used: %1 holds another kind of value than it should.</source>
        <translation>Dieser Plan ist nicht brauchbar: %1 enthält eine andere Art von Wert, als dort stehen soll.</translation>
    </message>
    <message>
        <source>This plan cannot be used: the value of %1 means nothing there.</source>
        <translation>Dieser Plan ist nicht brauchbar: Der Wert von %1 bedeutet dort nichts.</translation>
    </message>
    <message>
        <source>This plan cannot be used: %1 holds more than a plan can.</source>
        <translation>Dieser Plan ist nicht brauchbar: %1 enthält mehr, als ein Plan enthalten kann.</translation>
    </message>
    <message>
        <source>This plan cannot be used: no plan has %1, and it would be lost when the plan is saved. Correct the name, or remove it.</source>
        <translation>Dieser Plan ist nicht brauchbar: Kein Plan hat %1, und es ginge beim Speichern verloren. Berichtigen Sie den Namen, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>This plan cannot be used: %1 is missing.</source>
        <translation>Dieser Plan ist nicht brauchbar: %1 fehlt.</translation>
    </message>
    <message>
        <source>This plan cannot be used, because of %1. %2</source>
        <translation>Dieser Plan ist wegen %1 nicht brauchbar. %2</translation>
    </message>
    <message>
        <source>This file cannot be read as a plan: it stops being JSON at octet %1.</source>
        <translation>Diese Datei ist nicht als Plan lesbar: Ab Oktett %1 ist sie kein JSON mehr.</translation>
    </message>
    <message>
        <source>A newer version of MTA-STS Studio wrote this plan. Update MTA-STS Studio to open it.</source>
        <translation>Eine neuere Version von MTA-STS Studio hat diesen Plan geschrieben. Aktualisieren Sie MTA-STS Studio, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>This plan cannot be used: “%1” stands twice in one place, and only one of them would be kept. Remove one.</source>
        <translation>Dieser Plan ist nicht brauchbar: „%1“ steht an einer Stelle zweimal, und nur eines davon bliebe erhalten. Entfernen Sie eines.</translation>
    </message>
    <message>
        <source>%1 is there already, and is not replaced. Choose another name, or move it away.</source>
        <translation>%1 gibt es schon und wird nicht ersetzt. Wählen Sie einen anderen Namen, oder verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>%1 has been changed by somebody else since it was read, and is not replaced. Save under another name, or open it again.</source>
        <translation>%1 wurde seit dem Lesen von jemand anderem geändert und wird nicht ersetzt. Speichern Sie unter einem anderen Namen, oder öffnen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The plan could not be saved as %1 (%2). Choose another folder or name.</source>
        <translation>Der Plan konnte nicht als %1 gespeichert werden (%2). Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>{path} is there already. Choose another place, or allow it to be overwritten.</source>
        <translation>{path} gibt es schon. Wählen Sie einen anderen Ort, oder erlauben Sie das Überschreiben.</translation>
    </message>
    <message>
        <source>This is too much for a zip file: choose a folder for {path}.</source>
        <translation>Das ist zu viel für eine Zip-Datei: Wählen Sie für {path} einen Ordner.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be created.</source>
        <translation>{path} kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>nobody writes to this pipe</source>
        <translation>in diese Pipe schreibt niemand</translation>
    </message>
    <message>
        <source>This saved audit is damaged: it says %1 twice, and one of them is not what was observed. Open an undamaged copy, or audit the domain again.</source>
        <translation>Diese gespeicherte Prüfung ist beschädigt: %1 steht zweimal darin, und eines davon ist nicht, was beobachtet wurde. Öffnen Sie eine unbeschädigte Kopie oder prüfen Sie die Domain noch einmal.</translation>
    </message>
</context>
<context>
    <name>TrustStore</name>
    <message>
        <source>The file of trusted certificates %1 cannot be read: %2</source>
        <translation>Die Datei %1 mit den vertrauenswürdigen Zertifikaten lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate. A PEM file with the trusted root certificates is needed.</source>
        <translation>Die Datei %1 enthält kein Zertifikat. Nötig ist eine PEM-Datei mit den vertrauenswürdigen Stammzertifikaten.</translation>
    </message>
    <message>
        <source>The file of trusted certificates %1 is larger than %2 MiB. Keep the certificates that are needed in a smaller one.</source>
        <translation>Die Datei mit vertrauten Zertifikaten %1 ist größer als %2 MiB. Legen Sie die Zertifikate, die gebraucht werden, in einer kleineren ab.</translation>
    </message>
</context>
<context>
    <name>UnboundResolver</name>
    <message>
        <source>&quot;%1&quot; is not the address of a DNS server. Give an IP address, with a port if it is not 53: 192.0.2.53, 192.0.2.53:5300, [2001:db8::53]:5300.</source>
        <translation>„%1“ ist nicht die Adresse eines DNS-Servers. Geben Sie eine IP-Adresse an, mit Port, wenn es nicht 53 ist: 192.0.2.53, 192.0.2.53:5300, [2001:db8::53]:5300.</translation>
    </message>
    <message>
        <source>The trust anchor file %1 cannot be read.</source>
        <translation>Die Datei %1 mit den Vertrauensankern lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file %1 holds no trust anchor. It needs the DS or DNSKEY records of the zone that validation starts from, one a line, as in &quot;. IN DS 20326 8 2 ...&quot;.</source>
        <translation>Die Datei %1 enthält keinen Vertrauensanker. Sie braucht die DS- oder DNSKEY-Einträge der Zone, von der die Validierung ausgeht, einen pro Zeile, wie in „. IN DS 20326 8 2 ...“.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>no path to a trusted root</source>
        <translation>kein Pfad zu einer vertrauenswürdigen Stammzertifizierungsstelle</translation>
    </message>
    <message>
        <source>its key is %1 with %2 bits</source>
        <translation>sein Schlüssel ist %1 mit %2 Bit</translation>
    </message>
    <message>
        <source>it is signed with %1</source>
        <translation>es ist mit %1 signiert</translation>
    </message>
    <message>
        <source>no host at all</source>
        <translation>gar keinen Host</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>its DNSSEC signatures do not hold</source>
        <translation>die DNSSEC-Signaturen sind ungültig</translation>
    </message>
    <message>
        <source>its DNSSEC signatures do not hold (%1)</source>
        <translation>die DNSSEC-Signaturen sind ungültig (%1)</translation>
    </message>
    <message>
        <source>the name servers answered with a failure (SERVFAIL)</source>
        <translation>die Nameserver meldeten einen Fehler (SERVFAIL)</translation>
    </message>
    <message>
        <source>the name servers refused to answer (REFUSED)</source>
        <translation>die Nameserver verweigerten die Antwort (REFUSED)</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>es kam keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>the DNS gave no usable answer</source>
        <translation>das DNS gab keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>einem Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>einer Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit of %1 was stopped before it could come to a verdict.</source>
        <translation>Die Prüfung von %1 wurde abgebrochen, bevor ein Urteil möglich war.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told: the DNS was not asked.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen: Das DNS wurde nicht abgefragt.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told, because the lookup of its MTA-STS record failed: %2.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen, weil die Abfrage des MTA-STS-Eintrags fehlschlug: %2.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told, because the lookup of its mail servers failed: %2.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen, weil die Abfrage der Mailserver fehlschlug: %2.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told, because its policy could not be fetched from here: %2.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen, weil die Richtlinie von hier aus nicht abrufbar war: %2.</translation>
    </message>
    <message>
        <source>something on this network replaces TLS certificates</source>
        <translation>etwas in diesem Netz tauscht TLS-Zertifikate aus</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told: none of its mail servers answered, and this network may be blocking the SMTP port.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen: Keiner der Mailserver antwortete, und vielleicht sperrt dieses Netz den SMTP-Port.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told, because its mail server %2 could not be tested: %3.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen, weil der Mailserver %2 nicht geprüft werden konnte: %3.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told, because its mail servers are not known.</source>
        <translation>Ob E-Mails an %1 geschützt sind, lässt sich nicht sagen, weil die Mailserver nicht bekannt sind.</translation>
    </message>
    <message>
        <source>it stands beside other TXT records and does not begin with “v=STSv1;”</source>
        <translation>er steht neben anderen TXT-Einträgen und beginnt nicht mit „v=STSv1;“</translation>
    </message>
    <message>
        <source>there is more than one</source>
        <translation>es gibt mehr als einen</translation>
    </message>
    <message>
        <source>it does not begin with v=STSv1</source>
        <translation>er beginnt nicht mit v=STSv1</translation>
    </message>
    <message>
        <source>it does not follow the grammar</source>
        <translation>er hält sich nicht an die Grammatik</translation>
    </message>
    <message>
        <source>it has no id</source>
        <translation>er hat keine id</translation>
    </message>
    <message>
        <source>its address could not be looked up</source>
        <translation>seine Adresse ließ sich nicht abfragen</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>er hat keine Adresse</translation>
    </message>
    <message>
        <source>Senders that check DANE will not deliver to %1: %2. MTA-STS does not protect %3.</source>
        <translation>Sendende Server, die DANE prüfen, stellen nicht an %1 zu: %2. MTA-STS schützt %3 nicht.</translation>
    </message>
    <message>
        <source>DANE protects mail to %1 from senders that check DANE; for all others nothing makes them encrypt it, for MTA-STS is not in force.</source>
        <translation>DANE schützt E-Mails an %1 von sendenden Servern, die DANE prüfen; alle anderen hält nichts zur Verschlüsselung an, denn MTA-STS ist nicht in Kraft.</translation>
    </message>
    <message>
        <source>DANE protects only some of the mail servers of %1, and nothing else makes senders encrypt mail to it, for MTA-STS is not in force.</source>
        <translation>DANE schützt nur einen Teil der Mailserver von %1, und nichts sonst hält sendende Server zur Verschlüsselung an, denn MTA-STS ist nicht in Kraft.</translation>
    </message>
    <message>
        <source>Nothing makes senders encrypt mail to %1: they ignore its MTA-STS record, because %2.</source>
        <translation>Nichts zwingt sendende Server, E-Mails an %1 zu verschlüsseln: Den MTA-STS-Eintrag ignorieren sie, denn %2.</translation>
    </message>
    <message>
        <source>Nothing makes senders encrypt mail to %1: they cannot get its policy from %2, because %3.</source>
        <translation>Nichts zwingt sendende Server, E-Mails an %1 zu verschlüsseln: Die Richtlinie bekommen sie vom Richtlinien-Host %2 nicht, denn %3.</translation>
    </message>
    <message>
        <source>Nothing makes senders encrypt mail to %1: the policy file at %2 is not valid, so they do not honour it.</source>
        <translation>Nichts zwingt sendende Server, E-Mails an %1 zu verschlüsseln: Die Richtliniendatei auf %2 ist ungültig und wird deshalb nicht beachtet.</translation>
    </message>
    <message>
        <source>Nothing makes senders encrypt mail to %1: its policy is in mode none.</source>
        <translation>Nichts zwingt sendende Server, E-Mails an %1 zu verschlüsseln: Die Richtlinie steht im Modus none.</translation>
    </message>
    <message>
        <source>%1 takes no mail: it has neither mail servers nor an address.</source>
        <translation>%1 nimmt keine E-Mails an: Es gibt weder Mailserver noch eine Adresse.</translation>
    </message>
    <message>
        <source>Nothing makes senders encrypt mail to %1: it has no MTA-STS record.</source>
        <translation>Nichts zwingt sendende Server, E-Mails an %1 zu verschlüsseln: Es gibt keinen MTA-STS-Eintrag.</translation>
    </message>
    <message>
        <source>the policy does not name it</source>
        <translation>die Richtlinie nennt ihn nicht</translation>
    </message>
    <message>
        <source>Senders that honour MTA-STS deliver no mail to %1: its policy names none of its mail servers.</source>
        <translation>Sendende Server, die MTA-STS beachten, stellen keine E-Mails an %1 zu: Die Richtlinie nennt keinen der Mailserver.</translation>
    </message>
    <message>
        <source>Senders that honour MTA-STS will not deliver to %1: %2.</source>
        <translation>Sendende Server, die MTA-STS beachten, stellen nicht an den Mailserver %1 zu: %2.</translation>
    </message>
    <message>
        <source>Senders that honour MTA-STS will not deliver to %1 (%2), nor to one other mail server.</source>
        <translation>Sendende Server, die MTA-STS beachten, stellen weder an den Mailserver %1 (%2) noch an einen weiteren zu.</translation>
    </message>
    <message numerus="yes">
        <source>Senders that honour MTA-STS will not deliver to %1 (%2), nor to %n other mail servers.</source>
        <translation>
            <numerusform>Sendende Server, die MTA-STS beachten, stellen weder an den Mailserver %1 (%2) noch an %n weiteren zu.</numerusform>
            <numerusform>Sendende Server, die MTA-STS beachten, stellen weder an den Mailserver %1 (%2) noch an %n weitere zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail is still delivered, but senders that honour MTA-STS report %1, and would not deliver to it under mode enforce: %2.</source>
        <translation>E-Mails werden noch zugestellt, aber sendende Server, die MTA-STS beachten, melden den Mailserver %1 und würden ihm im Modus enforce nichts zustellen: %2.</translation>
    </message>
    <message>
        <source>Mail is still delivered, but senders that honour MTA-STS report %1 (%2) and one other mail server.</source>
        <translation>E-Mails werden noch zugestellt, aber sendende Server, die MTA-STS beachten, melden den Mailserver %1 (%2) und einen weiteren.</translation>
    </message>
    <message numerus="yes">
        <source>Mail is still delivered, but senders that honour MTA-STS report %1 (%2) and %n other mail servers.</source>
        <translation>
            <numerusform>E-Mails werden noch zugestellt, aber sendende Server, die MTA-STS beachten, melden den Mailserver %1 (%2) und %n weiteren.</numerusform>
            <numerusform>E-Mails werden noch zugestellt, aber sendende Server, die MTA-STS beachten, melden den Mailserver %1 (%2) und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail to %1 cannot be delivered: it has a policy, but neither mail servers nor an address.</source>
        <translation>E-Mails an %1 sind nicht zustellbar: Es gibt eine Richtlinie, aber weder Mailserver noch eine Adresse.</translation>
    </message>
    <message>
        <source>The mail server %1 of %2 cannot be reached: %3.</source>
        <translation>Der Mailserver %1 von %2 ist nicht erreichbar: %3.</translation>
    </message>
    <message>
        <source>None of the mail servers of %1 can be reached; %2: %3.</source>
        <translation>Keiner der Mailserver von %1 ist erreichbar; %2: %3.</translation>
    </message>
    <message>
        <source>The domain %1 does not exist, so no mail can reach it.</source>
        <translation>Die Domain %1 gibt es nicht, deshalb können keine E-Mails sie erreichen.</translation>
    </message>
    <message>
        <source>%1 says that it takes no mail (null MX), so there is nothing to protect.</source>
        <translation>%1 erklärt, keine E-Mails anzunehmen (Null-MX); es gibt also nichts zu schützen.</translation>
    </message>
    <message>
        <source>The policy of %1 is in mode testing: senders report failures, but nothing makes them encrypt mail yet.</source>
        <translation>Die Richtlinie von %1 steht im Testmodus (testing): Sendende Server melden Fehler, aber noch zwingt sie nichts, E-Mails zu verschlüsseln.</translation>
    </message>
    <message>
        <source>Senders that honour MTA-STS deliver mail to %1 only encrypted and to verified servers, but %2 cannot be used: %3.</source>
        <translation>Sendende Server, die MTA-STS beachten, stellen E-Mails an %1 nur verschlüsselt und nur an überprüfte Server zu, aber %2 ist nicht verwendbar: %3.</translation>
    </message>
    <message>
        <source>Senders that honour MTA-STS deliver mail to %1 only encrypted and to verified servers.</source>
        <translation>Sendende Server, die MTA-STS beachten, stellen E-Mails an %1 nur verschlüsselt und nur an überprüfte Server zu.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>lookup failed</source>
        <translation>Abfragefehler</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>kein Eintrag</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not asked by senders</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>no safe TLS</source>
        <translation>kein sicheres TLS</translation>
    </message>
    <message>
        <source>bad certificate</source>
        <translation>Zertifikatsfehler</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>bad answer</source>
        <translation>falsche Antwort</translation>
    </message>
    <message>
        <source>none to read</source>
        <translation>nichts zu lesen</translation>
    </message>
    <message>
        <source>takes no mail</source>
        <translation>kein Mailempfang</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2 broken</source>
        <translation>%1 von %2 defekt</translation>
    </message>
    <message>
        <source>%1 of %2 not tested</source>
        <translation>%1 von %2 nicht geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 good</source>
        <translation>%1 von %2 gut</translation>
    </message>
    <message>
        <source>%1 of %2 bad</source>
        <translation>%1 von %2 fehlerhaft</translation>
    </message>
    <message>
        <source>clock is wrong</source>
        <translation>Uhr geht falsch</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Ablauf in %1</translation>
    </message>
    <message>
        <source>no such domain</source>
        <translation>Domain unbekannt</translation>
    </message>
    <message>
        <source>Add the line &quot;mx: %1&quot; to the policy, then give the _mta-sts record a new id.</source>
        <translation>Fügen Sie der Richtlinie die Zeile „mx: %1“ hinzu, dann geben Sie dem _mta-sts-Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>Turn on STARTTLS on %1, and look for a firewall that hides it.</source>
        <translation>Schalten Sie STARTTLS auf %1 ein und suchen Sie nach einer Firewall, die es verbirgt.</translation>
    </message>
    <message>
        <source>Renew the certificate on %1.</source>
        <translation>Erneuern Sie das Zertifikat auf %1.</translation>
    </message>
    <message>
        <source>Install a certificate on %1 that holds this name.</source>
        <translation>Installieren Sie auf %1 ein Zertifikat, das diesen Namen enthält.</translation>
    </message>
    <message>
        <source>Install a certificate from a public certification authority on %1, with its whole chain.</source>
        <translation>Installieren Sie auf %1 ein Zertifikat einer öffentlichen Zertifizierungsstelle mit der ganzen Kette.</translation>
    </message>
    <message>
        <source>Publish a TLSA record for the certificate that %1 shows now; its finding holds the record.</source>
        <translation>Veröffentlichen Sie einen TLSA-Eintrag für das Zertifikat, das %1 jetzt zeigt; der Befund enthält den Eintrag.</translation>
    </message>
    <message>
        <source>Have the name servers answer for _25._tcp.%1 TLSA with valid DNSSEC signatures.</source>
        <translation>Lassen Sie die Nameserver auf die Frage nach _25._tcp.%1 TLSA mit gültigen DNSSEC-Signaturen antworten.</translation>
    </message>
    <message>
        <source>See why %1 does not let senders get as far as encryption: its findings say more.</source>
        <translation>Klären Sie, warum %1 sendende Server nicht bis zur Verschlüsselung kommen lässt: Die Befunde sagen mehr.</translation>
    </message>
    <message>
        <source>Give %1 an address, or take it out of the DNS and the policy.</source>
        <translation>Geben Sie %1 eine Adresse, oder entfernen Sie diesen Server aus dem DNS und der Richtlinie.</translation>
    </message>
    <message>
        <source>Get %1 to take connections on port 25, or take it out of the DNS and the policy.</source>
        <translation>Sorgen Sie dafür, dass %1 auf Port 25 Verbindungen annimmt, oder entfernen Sie diesen Server aus dem DNS und der Richtlinie.</translation>
    </message>
    <message>
        <source>Mend the encryption of %1: its findings say how.</source>
        <translation>Bringen Sie die Verschlüsselung auf %1 in Ordnung: Die Befunde sagen, wie.</translation>
    </message>
    <message>
        <source>Publish an MX record, or take the _mta-sts record away if the domain is to take no mail.</source>
        <translation>Veröffentlichen Sie einen MX-Eintrag, oder entfernen Sie den _mta-sts-Eintrag, wenn die Domain keine E-Mails annehmen soll.</translation>
    </message>
    <message>
        <source>Audit again in a while; if it stays so, have the name servers of %1 checked.</source>
        <translation>Prüfen Sie nach einer Weile erneut; bleibt es dabei, lassen Sie die Nameserver von %1 untersuchen.</translation>
    </message>
    <message>
        <source>Give %1 an address in the DNS that leads to the web server with the policy.</source>
        <translation>Geben Sie %1 im DNS eine Adresse, die zum Webserver mit der Richtlinie führt.</translation>
    </message>
    <message>
        <source>Put the former certificate of %1 back until the new one is valid.</source>
        <translation>Setzen Sie für %1 wieder das frühere Zertifikat ein, bis das neue gültig ist.</translation>
    </message>
    <message>
        <source>Renew the certificate of %1.</source>
        <translation>Erneuern Sie das Zertifikat von %1.</translation>
    </message>
    <message>
        <source>Install a certificate for %1 from a public certification authority, with its whole chain.</source>
        <translation>Installieren Sie für %1 ein Zertifikat einer öffentlichen Zertifizierungsstelle mit der ganzen Kette.</translation>
    </message>
    <message>
        <source>Set up TLS 1.2 or higher on %1.</source>
        <translation>Richten Sie auf %1 TLS 1.2 oder höher ein.</translation>
    </message>
    <message>
        <source>Get the web server of %1 to answer on port 443.</source>
        <translation>Sorgen Sie dafür, dass der Webserver von %1 auf Port 443 antwortet.</translation>
    </message>
    <message>
        <source>Make https://%1/.well-known/mta-sts.txt answer with the policy file itself and status 200.</source>
        <translation>Sorgen Sie dafür, dass https://%1/.well-known/mta-sts.txt die Richtliniendatei selbst mit Status 200 liefert.</translation>
    </message>
    <message>
        <source>Mend the TXT record at _mta-sts.%1: exactly one, such as v=STSv1; id=20260101000000;</source>
        <translation>Berichtigen Sie den TXT-Eintrag unter _mta-sts.%1: genau einer, etwa v=STSv1; id=20260101000000;</translation>
    </message>
    <message>
        <source>Point the CNAME at _mta-sts.%1 to a name that holds the record, or publish the record in its place.</source>
        <translation>Richten Sie den CNAME bei _mta-sts.%1 auf einen Namen, der den Eintrag enthält, oder veröffentlichen Sie an seiner Stelle den Eintrag selbst.</translation>
    </message>
    <message>
        <source>Publish the TXT record at _mta-sts.%1 that announces the policy, such as v=STSv1; id=20260101000000;</source>
        <translation>Veröffentlichen Sie unter _mta-sts.%1 den TXT-Eintrag, der die Richtlinie ankündigt, etwa v=STSv1; id=20260101000000;</translation>
    </message>
    <message>
        <source>Mend the policy file at %1, then give the _mta-sts record a new id.</source>
        <translation>Berichtigen Sie die Richtliniendatei auf %1, dann geben Sie dem _mta-sts-Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>To protect the domain again, publish the policy in mode testing and give the _mta-sts record a new id.</source>
        <translation>Um die Domain wieder zu schützen, veröffentlichen Sie die Richtlinie im Testmodus (testing) und geben Sie dem _mta-sts-Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>Protect this domain: publish a policy file in mode testing first, then the _mta-sts record that announces it.</source>
        <translation>Schützen Sie diese Domain: Veröffentlichen Sie zuerst eine Richtliniendatei im Testmodus (testing), dann den _mta-sts-Eintrag, der sie ankündigt.</translation>
    </message>
    <message>
        <source>Publish a public address for %1. If this is a private network, allow its addresses: --allow-private (also in the preferences).</source>
        <translation>Veröffentlichen Sie für %1 eine öffentliche Adresse. Wenn dies ein privates Netz ist, lassen Sie dessen Adressen zu: --allow-private (auch in den Einstellungen).</translation>
    </message>
    <message>
        <source>Audit again from a network that lets the policy host be reached without a proxy.</source>
        <translation>Prüfen Sie erneut aus einem Netz, in dem der Richtlinien-Host ohne Proxy erreichbar ist.</translation>
    </message>
    <message>
        <source>Audit again from a computer that reaches %1 over IPv4 and IPv6.</source>
        <translation>Prüfen Sie erneut von einem Computer aus, der %1 über IPv4 und IPv6 erreicht.</translation>
    </message>
    <message>
        <source>Start the audit again.</source>
        <translation>Starten Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>Audit another domain: if the DNS does not answer there either, see to this computer&apos;s network and its resolver (%1), else to the name servers of %2.</source>
        <translation>Prüfen Sie eine andere Domain: Antwortet das DNS auch dort nicht, kümmern Sie sich um das Netz dieses Computers und seinen Resolver (%1), sonst um die Nameserver von %2.</translation>
    </message>
    <message>
        <source>Set the clock of this computer, then audit again.</source>
        <translation>Stellen Sie die Uhr dieses Computers, dann prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Audit through a machine that may send mail: ssh -D 1080 USER@HOST there, then here --proxy socks5://127.0.0.1:1080 (also in the preferences).</source>
        <translation>Prüfen Sie über einen Rechner, der E-Mails senden darf: mit ssh -D 1080 USER@HOST dorthin, dann hier --proxy socks5://127.0.0.1:1080 (auch in den Einstellungen).</translation>
    </message>
    <message>
        <source>Audit again later, or from another network.</source>
        <translation>Prüfen Sie später erneut oder aus einem anderen Netz.</translation>
    </message>
    <message>
        <source>Renew the certificate on %1 by %2.</source>
        <translation>Erneuern Sie das Zertifikat auf %1 bis %2.</translation>
    </message>
    <message>
        <source>Publish a valid TLS-RPT record at _smtp._tls.%1, so that senders tell you when something fails.</source>
        <translation>Veröffentlichen Sie unter _smtp._tls.%1 einen gültigen TLS-RPT-Eintrag, damit sendende Server Ihnen Fehler melden.</translation>
    </message>
    <message>
        <source>When the reports have shown no failures for some weeks, move the policy to mode enforce and give the record a new id.</source>
        <translation>Wenn die Berichte einige Wochen lang keine Fehler gezeigt haben, stellen Sie die Richtlinie auf den Modus enforce um und geben Sie dem Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>Check the spelling of the domain and its registration.</source>
        <translation>Prüfen Sie die Schreibweise der Domain und ihre Registrierung.</translation>
    </message>
    <message>
        <source>the TLS handshake did not end in time</source>
        <translation>der TLS-Handshake wurde nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>the server cut the connection during the TLS handshake</source>
        <translation>der Server brach die Verbindung während des TLS-Handshakes ab</translation>
    </message>
    <message>
        <source>the server shows no certificate that can be read</source>
        <translation>der Server zeigt kein lesbares Zertifikat</translation>
    </message>
    <message>
        <source>the TLS handshake failed</source>
        <translation>der TLS-Handshake schlug fehl</translation>
    </message>
    <message>
        <source>it offers only %1</source>
        <translation>er bietet nur %1 an</translation>
    </message>
    <message>
        <source>its certificate has only a common name, which does not count</source>
        <translation>sein Zertifikat hat nur einen Common Name, und der zählt nicht</translation>
    </message>
    <message>
        <source>its certificate does not name it</source>
        <translation>sein Zertifikat nennt ihn nicht</translation>
    </message>
    <message>
        <source>its certificate expired %1 ago</source>
        <translation>sein Zertifikat ist vor %1 abgelaufen</translation>
    </message>
    <message>
        <source>its certificate is self-signed</source>
        <translation>sein Zertifikat ist selbstsigniert</translation>
    </message>
    <message>
        <source>it does not send its intermediate certificate</source>
        <translation>er sendet sein Zwischenzertifikat nicht mit</translation>
    </message>
    <message>
        <source>its certificate leads to no trusted root</source>
        <translation>sein Zertifikat führt zu keiner vertrauenswürdigen Stammzertifizierungsstelle</translation>
    </message>
    <message>
        <source>its certificate is too weak</source>
        <translation>sein Zertifikat ist zu schwach</translation>
    </message>
    <message>
        <source>its certificate is revoked</source>
        <translation>sein Zertifikat ist widerrufen</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is wrong, so the dates of its certificate cannot be judged</source>
        <translation>die Uhr dieses Computers geht falsch, deshalb lässt sich die Gültigkeit seines Zertifikats nicht beurteilen</translation>
    </message>
    <message>
        <source>its certificate is not valid yet</source>
        <translation>sein Zertifikat ist noch nicht gültig</translation>
    </message>
    <message>
        <source>its certificate is good</source>
        <translation>sein Zertifikat ist gut</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>no route leads there</source>
        <translation>es führt keine Route dorthin</translation>
    </message>
    <message>
        <source>the server cut the connection</source>
        <translation>der Server brach die Verbindung ab</translation>
    </message>
    <message>
        <source>no connection came about in time</source>
        <translation>es kam keine rechtzeitige Verbindung zustande</translation>
    </message>
    <message>
        <source>the answer was not whole in time</source>
        <translation>die Antwort war nicht rechtzeitig vollständig</translation>
    </message>
    <message>
        <source>the answer ended too early</source>
        <translation>die Antwort endete zu früh</translation>
    </message>
    <message>
        <source>the answer is larger than senders accept</source>
        <translation>die Antwort ist größer, als sendende Server annehmen</translation>
    </message>
    <message>
        <source>the answer is not well-formed HTTP</source>
        <translation>die Antwort ist kein wohlgeformtes HTTP</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>er antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it sends unencrypted text after STARTTLS</source>
        <translation>er sendet nach STARTTLS unverschlüsselten Text</translation>
    </message>
    <message>
        <source>it does not offer STARTTLS, yet accepts it</source>
        <translation>er bietet STARTTLS nicht an, nimmt es aber an</translation>
    </message>
    <message>
        <source>it lets senders wait longer than this audit does</source>
        <translation>er lässt sendende Server länger warten, als diese Prüfung wartet</translation>
    </message>
    <message>
        <source>no answer came, and as no other mail server answered either, this network may be blocking the SMTP port</source>
        <translation>es kam keine Antwort, und weil auch kein anderer Mailserver antwortete, sperrt vielleicht dieses Netz den SMTP-Port</translation>
    </message>
    <message>
        <source>this computer has no way to that kind of address</source>
        <translation>dieser Computer hat keinen Weg zu dieser Art von Adresse</translation>
    </message>
    <message>
        <source>the proxy did not make the connection</source>
        <translation>der Proxy stellte die Verbindung nicht her</translation>
    </message>
    <message>
        <source>its address is not a public one, and was not contacted</source>
        <translation>seine Adresse ist nicht öffentlich und wurde nicht kontaktiert</translation>
    </message>
    <message>
        <source>the audit was stopped before</source>
        <translation>die Prüfung wurde vorher abgebrochen</translation>
    </message>
    <message>
        <source>this kind of address was not asked for</source>
        <translation>diese Art von Adresse war nicht verlangt</translation>
    </message>
    <message>
        <source>it has more addresses than are tested</source>
        <translation>er hat mehr Adressen, als geprüft werden</translation>
    </message>
    <message>
        <source>its answer is not SMTP</source>
        <translation>seine Antwort ist kein SMTP</translation>
    </message>
    <message>
        <source>it cut the connection after STARTTLS</source>
        <translation>er brach die Verbindung nach STARTTLS ab</translation>
    </message>
    <message>
        <source>it answered %1</source>
        <translation>er antwortete %1</translation>
    </message>
    <message>
        <source>it was not tested</source>
        <translation>er wurde nicht geprüft</translation>
    </message>
    <message>
        <source>it serves the policy</source>
        <translation>er liefert die Richtlinie</translation>
    </message>
    <message>
        <source>it answers with a redirect, which senders must not follow</source>
        <translation>er antwortet mit einer Weiterleitung, der sendende Server nicht folgen dürfen</translation>
    </message>
    <message>
        <source>it answers with the HTTP status %1</source>
        <translation>er antwortet mit dem HTTP-Status %1</translation>
    </message>
    <message>
        <source>its certificate matches its TLSA records (DANE)</source>
        <translation>sein Zertifikat passt zu seinen TLSA-Einträgen (DANE)</translation>
    </message>
    <message>
        <source>its certificate does not lead to the one that its TLSA records (DANE) name</source>
        <translation>sein Zertifikat führt nicht zu dem, das seine TLSA-Einträge (DANE) nennen</translation>
    </message>
    <message>
        <source>its certificate matches its TLSA records (DANE) but has expired</source>
        <translation>sein Zertifikat passt zu seinen TLSA-Einträgen (DANE), ist aber abgelaufen</translation>
    </message>
    <message>
        <source>its certificate matches its TLSA records (DANE) but is not valid yet</source>
        <translation>sein Zertifikat passt zu seinen TLSA-Einträgen (DANE), ist aber noch nicht gültig</translation>
    </message>
    <message>
        <source>its certificate leads to the one that its TLSA records (DANE) name, but is for another name</source>
        <translation>sein Zertifikat führt zu dem, das seine TLSA-Einträge (DANE) nennen, gilt aber für einen anderen Namen</translation>
    </message>
    <message>
        <source>its certificate matches none of its TLSA records (DANE)</source>
        <translation>sein Zertifikat passt zu keinem seiner TLSA-Einträge (DANE)</translation>
    </message>
    <message>
        <source>it does not offer STARTTLS</source>
        <translation>er bietet STARTTLS nicht an</translation>
    </message>
    <message>
        <source>the lookup of its TLSA records (DANE) failed</source>
        <translation>die Abfrage seiner TLSA-Einträge (DANE) schlug fehl</translation>
    </message>
    <message>
        <source>%1. It reads: %2</source>
        <translation>%1. Die Zeile lautet: %2</translation>
    </message>
    <message>
        <source>there is no such line</source>
        <translation>diese Zeile fehlt</translation>
    </message>
    <message>
        <source>it says “%1”</source>
        <translation>dort steht „%1“</translation>
    </message>
    <message>
        <source>anybody can register a name that matches</source>
        <translation>jeder kann einen passenden Namen registrieren</translation>
    </message>
    <message>
        <source>every customer of that provider gets host names that match</source>
        <translation>jeder Kunde dieses Anbieters bekommt passende Hostnamen</translation>
    </message>
    <message>
        <source>it does not begin with “v=STSv1;”, and beside other TXT records senders must discard it</source>
        <translation>er beginnt nicht mit „v=STSv1;“, und neben anderen TXT-Einträgen müssen sendende Server ihn verwerfen</translation>
    </message>
    <message>
        <source>there is a space in front of the first semicolon</source>
        <translation>vor dem ersten Semikolon steht ein Leerzeichen</translation>
    </message>
    <message>
        <source>there are other TXT records beside it</source>
        <translation>neben ihm stehen andere TXT-Einträge</translation>
    </message>
    <message>
        <source>accept it</source>
        <translation>akzeptieren es</translation>
    </message>
    <message>
        <source>refuse it</source>
        <translation>lehnen es ab</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>the signature over the keys of the DNS root</source>
        <translation>die Signatur über die Schlüssel der DNS-Wurzel</translation>
    </message>
    <message>
        <source>the day on which this program was built</source>
        <translation>der Tag, an dem dieses Programm gebaut wurde</translation>
    </message>
    <message>
        <source>the date that the servers state, at which all their certificates are valid</source>
        <translation>das Datum, das die Server nennen und an dem alle ihre Zertifikate gültig sind</translation>
    </message>
    <message>
        <source>a place it does not name</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>a file of no stated type</source>
        <translation>keine Typangabe</translation>
    </message>
    <message>
        <source>it serves a different file</source>
        <translation>er liefert eine andere Datei</translation>
    </message>
    <message>
        <source>the cipher %1 is broken or close to it</source>
        <translation>die Chiffre %1 ist gebrochen oder nahe daran</translation>
    </message>
    <message>
        <source>the cipher %1 has no forward secrecy</source>
        <translation>die Chiffre %1 hat keine Forward Secrecy</translation>
    </message>
    <message>
        <source>the key exchange uses a small group, %1</source>
        <translation>der Schlüsselaustausch nutzt eine kleine Gruppe, %1</translation>
    </message>
    <message>
        <source>the handshake is signed with %1</source>
        <translation>der Handshake ist mit %1 signiert</translation>
    </message>
    <message>
        <source>beside other TXT records it must begin with the version and a semicolon right behind it</source>
        <translation>neben anderen TXT-Einträgen muss er mit der Version und direkt dahinter einem Semikolon beginnen</translation>
    </message>
    <message>
        <source>there is no rua field</source>
        <translation>das Feld rua fehlt</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>the domain does not exist</source>
        <translation>die Domain gibt es nicht</translation>
    </message>
    <message>
        <source>the domain takes no mail (null MX)</source>
        <translation>die Domain nimmt keine E-Mails an (Null-MX)</translation>
    </message>
    <message>
        <source>the domain has neither an MX record nor an address</source>
        <translation>die Domain hat weder einen MX-Eintrag noch eine Adresse</translation>
    </message>
    <message>
        <source>the host has no address</source>
        <translation>der Host hat keine Adresse</translation>
    </message>
    <message>
        <source>it does not begin with the version</source>
        <translation>er beginnt nicht mit der Version</translation>
    </message>
    <message>
        <source>quotation marks or backslashes became part of the record</source>
        <translation>Anführungszeichen oder Backslashes sind Teil des Eintrags geworden</translation>
    </message>
    <message>
        <source>a semicolon is missing behind the version</source>
        <translation>hinter der Version fehlt ein Semikolon</translation>
    </message>
    <message>
        <source>there is a space in front of the first field</source>
        <translation>vor dem ersten Feld steht ein Leerzeichen</translation>
    </message>
    <message>
        <source>there is a space at the end, with no semicolon behind it</source>
        <translation>am Ende steht ein Leerzeichen ohne Semikolon dahinter</translation>
    </message>
    <message>
        <source>there is nothing between two semicolons</source>
        <translation>zwischen zwei Semikolons steht nichts</translation>
    </message>
    <message>
        <source>a field is not name=value</source>
        <translation>ein Feld hat nicht die Form name=value</translation>
    </message>
    <message>
        <source>a field name is not 1 to 32 letters, digits, “_”, “-” or “.”</source>
        <translation>ein Feldname besteht nicht aus 1 bis 32 Buchstaben, Ziffern, „_“, „-“ oder „.“</translation>
    </message>
    <message>
        <source>a field value is empty or has a space, an equals sign or a character outside ASCII</source>
        <translation>ein Feldwert ist leer oder enthält ein Leerzeichen, ein Gleichheitszeichen oder ein Zeichen außerhalb von ASCII</translation>
    </message>
    <message>
        <source>there is no id</source>
        <translation>die id fehlt</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it has characters that are neither letters nor digits</source>
        <translation>sie enthält Zeichen, die weder Buchstaben noch Ziffern sind</translation>
    </message>
    <message>
        <source>it is longer than 32 characters</source>
        <translation>sie ist länger als 32 Zeichen</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file is larger than 64 KiB</source>
        <translation>die Datei ist größer als 64 KiB</translation>
    </message>
    <message>
        <source>the line is blank</source>
        <translation>die Zeile ist leer</translation>
    </message>
    <message>
        <source>the line begins with white space</source>
        <translation>die Zeile beginnt mit Leerraum</translation>
    </message>
    <message>
        <source>there is white space in front of the colon</source>
        <translation>vor dem Doppelpunkt steht Leerraum</translation>
    </message>
    <message>
        <source>there is no colon</source>
        <translation>der Doppelpunkt fehlt</translation>
    </message>
    <message>
        <source>there is an equals sign where a colon belongs</source>
        <translation>statt eines Doppelpunkts steht ein Gleichheitszeichen</translation>
    </message>
    <message>
        <source>it is a comment, and a policy has none</source>
        <translation>sie ist ein Kommentar, und eine Richtlinie hat keine</translation>
    </message>
    <message>
        <source>it is HTML, not a policy</source>
        <translation>das ist HTML, keine Richtlinie</translation>
    </message>
    <message>
        <source>the key is not 1 to 32 letters, digits, “_”, “-” or “.”</source>
        <translation>der Schlüssel besteht nicht aus 1 bis 32 Buchstaben, Ziffern, „_“, „-“ oder „.“</translation>
    </message>
    <message>
        <source>there is nothing behind the colon</source>
        <translation>hinter dem Doppelpunkt steht nichts</translation>
    </message>
    <message>
        <source>the file begins with an invisible byte order mark</source>
        <translation>die Datei beginnt mit einem unsichtbaren Byte Order Mark</translation>
    </message>
    <message>
        <source>the file is in UTF-16</source>
        <translation>die Datei ist in UTF-16</translation>
    </message>
    <message>
        <source>the line ends with a carriage return alone</source>
        <translation>die Zeile endet nur mit einem Wagenrücklauf (CR)</translation>
    </message>
    <message>
        <source>there is a control character in it</source>
        <translation>sie enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>das ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>it has characters outside ASCII; internationalised names stand in their xn-- form</source>
        <translation>es enthält Zeichen außerhalb von ASCII; internationalisierte Namen stehen dort in ihrer Form mit xn--</translation>
    </message>
    <message>
        <source>it is a URL</source>
        <translation>es ist eine URL</translation>
    </message>
    <message>
        <source>it is an IP address</source>
        <translation>es ist eine IP-Adresse</translation>
    </message>
    <message>
        <source>the preference of the MX record was copied with it</source>
        <translation>die Präferenz des MX-Eintrags wurde mitkopiert</translation>
    </message>
    <message>
        <source>there is a comment behind it, and a policy has none</source>
        <translation>dahinter steht ein Kommentar, und eine Richtlinie hat keine</translation>
    </message>
    <message>
        <source>a placeholder of a template was left in it</source>
        <translation>ein Platzhalter einer Vorlage ist stehen geblieben</translation>
    </message>
    <message>
        <source>it is a mail address</source>
        <translation>es ist eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>there is more than one word in it; each host has a line of its own</source>
        <translation>es enthält mehr als ein Wort; jeder Host hat eine eigene Zeile</translation>
    </message>
    <message>
        <source>there is a colon in it</source>
        <translation>es enthält einen Doppelpunkt</translation>
    </message>
    <message>
        <source>it is a single dot</source>
        <translation>es ist ein einzelner Punkt</translation>
    </message>
    <message>
        <source>a star alone stands for nothing</source>
        <translation>ein Stern allein steht für nichts</translation>
    </message>
    <message>
        <source>it begins with a dot</source>
        <translation>es beginnt mit einem Punkt</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>es endet mit einem Punkt</translation>
    </message>
    <message>
        <source>a star may only be the whole first label</source>
        <translation>ein Stern darf nur das ganze erste Label sein</translation>
    </message>
    <message>
        <source>host names have no underscore</source>
        <translation>Hostnamen haben keinen Unterstrich</translation>
    </message>
    <message>
        <source>there is nothing between two of its dots</source>
        <translation>zwischen zweien seiner Punkte steht nichts</translation>
    </message>
    <message>
        <source>it is longer than 253 characters</source>
        <translation>es ist länger als 253 Zeichen</translation>
    </message>
    <message>
        <source>it is not a host name</source>
        <translation>es ist kein Hostname</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>dort steht nichts</translation>
    </message>
    <message>
        <source>it begins neither with mailto: nor with https:</source>
        <translation>sie beginnt weder mit mailto: noch mit https:</translation>
    </message>
    <message>
        <source>it has a bare exclamation mark, which must be written as %21</source>
        <translation>sie enthält ein bloßes Ausrufezeichen, das als %21 zu schreiben ist</translation>
    </message>
    <message>
        <source>it is not a well-formed address</source>
        <translation>sie ist keine wohlgeformte Adresse</translation>
    </message>
    <message>
        <source>its address came with an answer whose DNSSEC signatures do not hold</source>
        <translation>seine Adresse stammt aus einer Antwort, deren DNSSEC-Signaturen der Prüfung nicht standhalten</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>the name has no address</source>
        <translation>der Name hat keine Adresse</translation>
    </message>
    <message>
        <source>at %1, %2</source>
        <translation>unter %1: %2</translation>
    </message>
    <message>
        <source>an alias of %1</source>
        <translation>ein Alias von %1</translation>
    </message>
    <message>
        <source>it refuses to answer (REFUSED)</source>
        <translation>er verweigert die Antwort (REFUSED)</translation>
    </message>
    <message>
        <source>it cannot answer (SERVFAIL)</source>
        <translation>er kann nicht antworten (SERVFAIL)</translation>
    </message>
    <message>
        <source>it does not hold the zone, and points to other servers</source>
        <translation>er hält die Zone nicht und verweist auf andere Server</translation>
    </message>
    <message>
        <source>its answer cannot be used (%1)</source>
        <translation>seine Antwort ist nicht zu gebrauchen (%1)</translation>
    </message>
    <message>
        <source>it does not hold the zone, and answers from hearsay</source>
        <translation>er hält die Zone nicht und antwortet vom Hörensagen</translation>
    </message>
    <message>
        <source>it is sent by %1, and can be had at %2</source>
        <translation>%1 sendet es, und es ist unter %2 zu haben</translation>
    </message>
    <message>
        <source>it is sent by %1</source>
        <translation>%1 sendet es</translation>
    </message>
    <message>
        <source>whoever issued the certificate has it</source>
        <translation>der Aussteller des Zertifikats hat es</translation>
    </message>
    <message>
        <source>it can be had at %1</source>
        <translation>es ist unter %1 zu haben</translation>
    </message>
    <message>
        <source>it lies below your own domain %1, so nobody else can take it</source>
        <translation>er liegt unter Ihrer eigenen Domain %1, also kann ihn sich kein anderer nehmen</translation>
    </message>
    <message>
        <source>its top-level domain does not exist, so nobody can register it</source>
        <translation>seine Top-Level-Domain gibt es nicht, also kann ihn niemand registrieren</translation>
    </message>
    <message>
        <source>the domain %1 is not in the DNS; if it is free, anybody can register it</source>
        <translation>die Domain %1 steht nicht im DNS; wenn sie frei ist, kann jeder sie registrieren</translation>
    </message>
    <message>
        <source>names in %1 go to any customer of that provider who asks for them</source>
        <translation>Namen in %1 bekommt jeder Kunde dieses Anbieters, der danach fragt</translation>
    </message>
    <message>
        <source>it lies in the zone %1, whose owner can give it to somebody else</source>
        <translation>er liegt in der Zone %1, deren Inhaber ihn jemand anderem geben kann</translation>
    </message>
    <message>
        <source>who could take it cannot be told from the answer</source>
        <translation>wer ihn sich nehmen könnte, ist aus der Antwort nicht zu erkennen</translation>
    </message>
    <message>
        <source>its TLSA record (DANE) is published as %1, but what it holds fits only as %2</source>
        <translation>sein TLSA-Eintrag (DANE) ist als %1 veröffentlicht, doch sein Inhalt passt nur als %2</translation>
    </message>
    <message>
        <source>Senders that check DANE will not deliver to %1: %2. Others still do.</source>
        <translation>Absender, die DANE prüfen, stellen an %1 nicht zu: %2. Andere tun es noch.</translation>
    </message>
    <message>
        <source>Senders that check DANE will not deliver to %1 (%2), nor to one other mail server. Others still do.</source>
        <translation>Absender, die DANE prüfen, stellen an %1 (%2) und einen weiteren Mailserver nicht zu. Andere tun es noch.</translation>
    </message>
    <message numerus="yes">
        <source>Senders that check DANE will not deliver to %1 (%2), nor to %n other mail servers. Others still do.</source>
        <translation>
            <numerusform>Absender, die DANE prüfen, stellen an %1 (%2) und %n weiteren Mailserver nicht zu. Andere tun es noch.</numerusform>
            <numerusform>Absender, die DANE prüfen, stellen an %1 (%2) und %n weitere Mailserver nicht zu. Andere tun es noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy of %1 is in mode testing: senders report failures, but so far only DANE makes senders encrypt mail, those that check it.</source>
        <translation>Die Richtlinie von %1 steht auf testing: Absender melden Fehler, doch bisher bringt nur DANE Absender dazu, Post zu verschlüsseln, nämlich die, die es prüfen.</translation>
    </message>
    <message>
        <source>Whether mail to %1 is protected cannot be told: this computer ran out of memory.</source>
        <translation>Ob Post an %1 geschützt ist, lässt sich nicht sagen: Diesem Rechner ging der Speicher aus.</translation>
    </message>
    <message>
        <source>Close other programs, then judge %1 again.</source>
        <translation>Schließen Sie andere Programme und lassen Sie %1 dann noch einmal beurteilen.</translation>
    </message>
    <message>
        <source>the audit had no time left for it</source>
        <translation>für ihn blieb der Prüfung keine Zeit</translation>
    </message>
    <message>
        <source>%1 (the one with the %2 key, which only some senders are shown)</source>
        <translation>%1 (das mit dem %2-Schlüssel, das nur manche sendenden Server zu sehen bekommen)</translation>
    </message>
    <message>
        <source>the name is there, but has no TXT record</source>
        <translation>den Namen gibt es, aber er hat keinen TXT-Eintrag</translation>
    </message>
    <message>
        <source>the authority that they name ends on %1, too early to sign the next certificate</source>
        <translation>die Zertifizierungsstelle, die sie nennen, gilt nur bis %1, zu kurz, um das nächste Zertifikat zu signieren</translation>
    </message>
    <message>
        <source>they name the certificate itself, and the next one will be another</source>
        <translation>sie nennen das Zertifikat selbst, und das nächste wird ein anderes sein</translation>
    </message>
    <message>
        <source>Publish beside them _25._tcp.%1. IN TLSA %2 for the server&apos;s key, and have renewals keep that key (certbot: --reuse-key), or _25._tcp.%1. IN TLSA %3 for the authority that signs now.</source>
        <translation>Veröffentlichen Sie daneben _25._tcp.%1. IN TLSA %2 für den Schlüssel des Servers und lassen Sie Erneuerungen diesen Schlüssel behalten (certbot: --reuse-key), oder _25._tcp.%1. IN TLSA %3 für die Zertifizierungsstelle, die jetzt signiert.</translation>
    </message>
    <message>
        <source>Publish beside them _25._tcp.%1. IN TLSA %2 for the server&apos;s key, and have renewals keep that key (certbot: --reuse-key).</source>
        <translation>Veröffentlichen Sie daneben _25._tcp.%1. IN TLSA %2 für den Schlüssel des Servers und lassen Sie Erneuerungen diesen Schlüssel behalten (certbot: --reuse-key).</translation>
    </message>
    <message>
        <source>Senders find no policy of %1 any more: some may still enforce the one they remember, until %2, and nothing makes the others encrypt mail.</source>
        <translation>Absender finden keine Richtlinie von %1 mehr: Manche können die gemerkte noch bis %2 durchsetzen, die anderen bringt nichts dazu, Post zu verschlüsseln.</translation>
    </message>
    <message>
        <source>Nothing known today makes them refuse mail by it.</source>
        <translation>Nach heutigem Stand bringt sie nichts dazu, deshalb Post zurückzuhalten.</translation>
    </message>
    <message>
        <source>They refuse no mail by it.</source>
        <translation>Sie halten deshalb keine Post zurück.</translation>
    </message>
    <message>
        <source>By it they deliver to none of the mail servers today.</source>
        <translation>Nach ihr stellen sie heute an keinen der Mailserver zu.</translation>
    </message>
    <message>
        <source>By it they do not deliver to: %1.</source>
        <translation>Nach ihr stellen sie nicht zu an: %1.</translation>
    </message>
    <message>
        <source>Give the _mta-sts record of %1 a new id, so that senders fetch the changed policy.</source>
        <translation>Geben Sie dem _mta-sts-Eintrag von %1 eine neue id, damit Absender die geänderte Richtlinie abholen.</translation>
    </message>
    <message>
        <source>If the reports show no failures, move the policy to mode enforce now and give the record a new id.</source>
        <translation>Wenn die Berichte keine Fehler zeigen, stellen Sie die Richtlinie jetzt auf den Modus enforce um und geben dem Eintrag eine neue id.</translation>
    </message>
    <message>
        <source>it says “%1”, the choice that a template leaves to you</source>
        <translation>dort steht „%1“, die Auswahl, die eine Vorlage Ihnen überlässt</translation>
    </message>
    <message>
        <source>it is a border of front matter, which a site generator reads and takes away</source>
        <translation>es ist der Rand eines Vorspanns (front matter), den ein Website-Generator liest und wegnimmt</translation>
    </message>
    <message>
        <source>there is a space behind the equals sign</source>
        <translation>hinter dem Gleichheitszeichen steht ein Leerzeichen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format without the year</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>earlier today, %1</source>
        <translation>heute bereits, %1</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>in %1 days, %2</source>
        <translation>in %1 Tagen, %2</translation>
    </message>
    <message>
        <source>%1 days ago, %2</source>
        <translation>vor %1 Tagen, %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 days (%2 s)</source>
        <translation>%1 Tage (%2 s)</translation>
    </message>
    <message>
        <source>about %1 days (%2 s)</source>
        <translation>etwa %1 Tage (%2 s)</translation>
    </message>
    <message>
        <source>about %1 hours (%2 s)</source>
        <translation>etwa %1 Stunden (%2 s)</translation>
    </message>
    <message>
        <source>about %1 minutes (%2 s)</source>
        <translation>etwa %1 Minuten (%2 s)</translation>
    </message>
</context>
<context>
    <name>mta::AuditPage</name>
    <message>
        <source>Parts of the audit</source>
        <translation>Teile der Prüfung</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Sendende Server</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Live and intended</source>
        <translation>Ist und Plan</translation>
    </message>
</context>
<context>
    <name>mta::AuditRunner</name>
    <message>
        <source>There is no network to audit with.</source>
        <translation>Es gibt kein Netz zum Prüfen.</translation>
    </message>
</context>
<context>
    <name>mta::CertificatesPage</name>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>The certificate in detail</source>
        <translation>Das Zertifikat im Einzelnen</translation>
    </message>
    <message>
        <source>The lifetimes of the certificates appear here, soonest expiry first.</source>
        <translation>Hier erscheinen die Laufzeiten der Zertifikate; was zuerst abläuft, steht oben.</translation>
    </message>
    <message>
        <source>No server has shown a certificate.</source>
        <translation>Kein Server hat ein Zertifikat gezeigt.</translation>
    </message>
    <message>
        <source>Choose a certificate to see its names, issuer, key and chain.</source>
        <translation>Wählen Sie ein Zertifikat, um seine Namen, den Aussteller, den Schlüssel und die Kette zu sehen.</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>The certificates that the servers show appear here.</source>
        <translation>Hier erscheinen die Zertifikate, die die Server zeigen.</translation>
    </message>
</context>
<context>
    <name>mta::ChainLinkButton</name>
    <message>
        <source>being tested</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>link of the chain: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>link of the chain: state, detail</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>mta::ChainView</name>
    <message>
        <source>The chain of checks</source>
        <translation>Die Kette der Prüfungen</translation>
    </message>
</context>
<context>
    <name>mta::CommandPalette</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>Name einer Aktion</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No action has this name.</source>
        <translation>Keine Aktion heißt so.</translation>
    </message>
</context>
<context>
    <name>mta::CompareHeader</name>
    <message>
        <source>%1, from %2</source>
        <comment>time, name of a file</comment>
        <translation>%1, aus %2</translation>
    </message>
    <message>
        <source>%1, from a file</source>
        <translation>%1, aus einer Datei</translation>
    </message>
    <message>
        <source>%1, audited here</source>
        <translation>%1, hier geprüft</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>%1; stopped before it was complete</source>
        <translation>%1; vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Earlier: %1, %2. Later: %3, %4. %5</source>
        <comment>verdict, time, verdict, time, summary</comment>
        <translation>Früher: %1, %2. Später: %3, %4. %5</translation>
    </message>
</context>
<context>
    <name>mta::ComparePage</name>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Filter differences</source>
        <translation>Unterschiede filtern</translation>
    </message>
    <message>
        <source>Copy the comparison as text</source>
        <translation>Vergleich als Text kopieren</translation>
    </message>
    <message>
        <source>Save the comparison as text</source>
        <translation>Vergleich als Text speichern</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Compare with a saved audit</source>
        <translation>Mit einer gespeicherten Prüfung vergleichen</translation>
    </message>
    <message>
        <source>What is different between two audits of a domain appears here.</source>
        <translation>Hier erscheint, worin sich zwei Prüfungen einer Domain unterscheiden.</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet. Audit the domain again, choose a saved audit of it, or drop its file here.</source>
        <translation>Noch gibt es nichts, womit sich vergleichen ließe. Prüfen Sie die Domain erneut, wählen Sie eine gespeicherte Prüfung von ihr, oder ziehen Sie deren Datei hierher.</translation>
    </message>
    <message>
        <source>Comparing.</source>
        <translation>Wird verglichen.</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nichts ist anders.</translation>
    </message>
    <message>
        <source>No difference fits the filter.</source>
        <translation>Kein Unterschied entspricht dem Filter.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>host, check</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>Choose a line to read it in full.</source>
        <translation>Wählen Sie eine Zeile, um sie ganz zu lesen.</translation>
    </message>
</context>
<context>
    <name>mta::DnsStep</name>
    <message>
        <source>Records to publish</source>
        <translation>Zu veröffentlichende Einträge</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Records as text to paste</source>
        <translation>Einträge als Text zum Einfügen</translation>
    </message>
    <message>
        <source>Which records go into the DNS?</source>
        <translation>Welche Einträge kommen ins DNS?</translation>
    </message>
    <message>
        <source>Names are shown relative to the zone, as most web pages of providers want them. Publish the record at _mta-sts last, when the policy file can be fetched: the next page says when.</source>
        <translation>Namen stehen hier relativ zur Zone, wie die meisten Webseiten von Anbietern sie wollen. Veröffentlichen Sie den Eintrag bei _mta-sts zuletzt, wenn die Richtlinie abgerufen werden kann: Die nächste Seite sagt, wann.</translation>
    </message>
    <message>
        <source>There is no record to publish yet.</source>
        <translation>Noch gibt es keinen Eintrag zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Form of the text</source>
        <translation>Form des Textes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <source>&amp;TTL, seconds</source>
        <translation>&amp;TTL, Sekunden</translation>
    </message>
    <message>
        <source>&amp;Form of the text</source>
        <translation>&amp;Form des Textes</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>The zone must be %1 or a name above it: records go where the domain is.</source>
        <translation>Die Zone muss %1 oder ein Name darüber sein: Einträge gehören dorthin, wo die Domain ist.</translation>
    </message>
    <message>
        <source>Write a number of seconds; 3600 is an hour.</source>
        <translation>Schreiben Sie eine Anzahl von Sekunden; 3600 ist eine Stunde.</translation>
    </message>
    <message>
        <source>The TLSA records of mail servers in other zones are not in here: they belong into those zones.</source>
        <translation>Die TLSA-Einträge von Mailservern in anderen Zonen fehlen hier: Sie gehören in jene Zonen.</translation>
    </message>
    <message>
        <source>no record to publish yet</source>
        <translation>noch kein Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan TLSA records (DANE)</source>
        <translation>TLSA-Einträge planen (DANE)</translation>
    </message>
    <message>
        <source>Plan none</source>
        <translation>Keine planen</translation>
    </message>
    <message>
        <source>Records that name the keys your mail servers show today, for senders that check DANE (RFC 7672)</source>
        <translation>Einträge mit den Schlüsseln, die Ihre Mailserver heute zeigen, für Absender, die DANE prüfen (RFC 7672)</translation>
    </message>
    <message>
        <source>Not for %1: the addresses are not signed with DNSSEC, so TLSA records would count for nothing.</source>
        <translation>Nicht für %1: Die Adressen sind nicht mit DNSSEC signiert, TLSA-Einträge zählten also nichts.</translation>
    </message>
    <message>
        <source>Not for %1: no certificate was seen, or whether the addresses are signed could not be found out.</source>
        <translation>Nicht für %1: Es war kein Zertifikat zu sehen, oder ob die Adressen signiert sind, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>From now on, publish the record of a new key before the mail server shows it.</source>
        <translation>Veröffentlichen Sie von nun an den Eintrag eines neuen Schlüssels, bevor der Mailserver ihn zeigt.</translation>
    </message>
    <message>
        <source>No mail server was seen whose key a record could name.</source>
        <translation>Es wurde kein Mailserver gesehen, dessen Schlüssel ein Eintrag nennen könnte.</translation>
    </message>
</context>
<context>
    <name>mta::DomainBox</name>
    <message>
        <source>Audit</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Domain, e-mail address or list of domains</source>
        <translation>Domain, E-Mail-Adresse oder Liste von Domains</translation>
    </message>
    <message>
        <source>Domain, e-mail address or list</source>
        <translation>Domain, E-Mail-Adresse oder Liste</translation>
    </message>
    <message>
        <source>Audits what stands in the domain field</source>
        <translation>Prüft, was im Domainfeld steht</translation>
    </message>
    <message>
        <source>%1 domains: Enter audits them all.</source>
        <translation>%1 Domains: Die Eingabetaste prüft sie alle.</translation>
    </message>
    <message>
        <source>Type the part after the @ of an e-mail address, for instance example.com.</source>
        <translation>Geben Sie den Teil einer E-Mail-Adresse nach dem @ ein, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>Domain or e-mail address</source>
        <translation>Domain oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Type one domain: the wizard takes them one at a time.</source>
        <translation>Geben Sie eine einzige Domain ein: Der Assistent nimmt eine nach der anderen.</translation>
    </message>
</context>
<context>
    <name>mta::DomainStep</name>
    <message>
        <source>There is no record of MTA-STS yet.</source>
        <translation>Es gibt noch keinen MTA-STS-Eintrag.</translation>
    </message>
    <message>
        <source>Whether there is a record of MTA-STS could not be found out.</source>
        <translation>Ob es einen MTA-STS-Eintrag gibt, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>There is a record of MTA-STS: %1</source>
        <translation>Es gibt einen MTA-STS-Eintrag: %1</translation>
    </message>
    <message>
        <source>There is no policy file that could be fetched.</source>
        <translation>Es gibt keine Richtlinie, die sich abrufen ließe.</translation>
    </message>
    <message>
        <source>There is a policy file, but senders cannot use it.</source>
        <translation>Es gibt eine Richtlinie, aber Absender können sie nicht verwenden.</translation>
    </message>
    <message>
        <source>There is a policy file in mode %1.</source>
        <translation>Es gibt eine Richtlinie im Modus %1.</translation>
    </message>
    <message>
        <source>Nobody is told of failures yet: there is no record of TLS-RPT.</source>
        <translation>Noch erfährt niemand von Fehlschlägen: Es gibt keinen TLS-RPT-Eintrag.</translation>
    </message>
    <message>
        <source>Failures are reported: there is a record of TLS-RPT.</source>
        <translation>Fehlschläge werden gemeldet: Es gibt einen TLS-RPT-Eintrag.</translation>
    </message>
    <message>
        <source>There is a record of TLS-RPT, but senders cannot use it.</source>
        <translation>Es gibt einen TLS-RPT-Eintrag, aber Absender können ihn nicht verwenden.</translation>
    </message>
    <message>
        <source>Whether there is a record of TLS-RPT could not be found out.</source>
        <translation>Ob es einen TLS-RPT-Eintrag gibt, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>How things are today</source>
        <translation>Wie es heute steht</translation>
    </message>
    <message>
        <source>MTA-STS tells senders which mail servers are yours, and that mail may go to no others. To say so you publish a small file on a web server and a record in the DNS. Nothing is changed by this wizard unless you ask for it.</source>
        <translation>MTA-STS sagt Absendern, welche Mailserver Ihre sind und dass Mail zu keinen anderen gehen darf. Dazu veröffentlichen Sie eine kleine Datei auf einem Webserver und einen Eintrag im DNS. Dieser Assistent ändert nichts, worum Sie ihn nicht bitten.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>The domain is being looked at…</source>
        <translation>Die Domain wird angesehen …</translation>
    </message>
    <message>
        <source>The domain was not looked at yet.</source>
        <translation>Die Domain wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>The domain is being looked at again. Before that: %1</source>
        <translation>Die Domain wird erneut angesehen. Davor: %1</translation>
    </message>
    <message>
        <source>Mail: %1</source>
        <translation>Mail: %1</translation>
    </message>
    <message>
        <source>DNS: %1</source>
        <translation>DNS: %1</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>wird angesehen</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>There is a record of MTA-STS, but senders cannot use it: %1</source>
        <translation>Es gibt einen Eintrag für MTA-STS, aber sendende Server können ihn nicht verwenden: %1</translation>
    </message>
    <message>
        <source>There is a policy file in mode %1, but senders do not get it as it is served.</source>
        <translation>Es gibt eine Richtliniendatei im Modus %1, aber so, wie sie ausgeliefert wird, bekommen sendende Server sie nicht.</translation>
    </message>
    <message>
        <source>The domain could not be looked at again: %1 Before that: %2</source>
        <translation>Die Domain konnte nicht noch einmal angesehen werden: %1 Davor: %2</translation>
    </message>
    <message>
        <source>Seen %1.</source>
        <comment>day and time</comment>
        <translation>Stand: %1.</translation>
    </message>
</context>
<context>
    <name>mta::EditorPage</name>
    <message>
        <source>What you type is not kept in case the program ends: %1 cannot be written. Save the text as a file.</source>
        <translation>Was Sie tippen, geht verloren, wenn das Programm endet: %1 lässt sich nicht schreiben. Speichern Sie den Text als Datei.</translation>
    </message>
    <message>
        <source>Not saved in a file</source>
        <translation>In keiner Datei gespeichert</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>The text was changed</source>
        <translation>Der Text wurde geändert</translation>
    </message>
    <message>
        <source>The text in the editor is not saved. What is to become of it?</source>
        <translation>Der Text im Editor ist nicht gespeichert. Was soll mit ihm geschehen?</translation>
    </message>
    <message>
        <source>%1 is larger than any policy or record may be, and was not opened. The text in the editor is unchanged.</source>
        <translation>%1 ist größer, als eine Richtlinie oder ein Eintrag sein darf, und wurde nicht geöffnet. Der Text im Editor ist unverändert.</translation>
    </message>
    <message>
        <source>Open a policy or record</source>
        <translation>Richtlinie oder Eintrag öffnen</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>Texte (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since it was opened, and was not overwritten. Save the text under another name, and compare.</source>
        <translation>%1 wurde seit dem Öffnen von jemand anderem geändert und nicht überschrieben. Speichern Sie den Text unter einem anderen Namen und vergleichen Sie.</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>The text was saved in %1.</source>
        <translation>Der Text wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Policy or record</source>
        <translation>Richtlinie oder Eintrag</translation>
    </message>
    <message>
        <source>Findings about the text</source>
        <translation>Befunde zum Text</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>The line when it is mended</source>
        <translation>Die Zeile, wenn sie berichtigt ist</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Mend all that is clear</source>
        <translation>Alles Eindeutige berichtigen</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Type or paste a policy file or a TXT record here, or open a file.</source>
        <translation>Tippen oder fügen Sie hier eine Richtlinie oder einen TXT-Eintrag ein, oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Nothing to say about the text.</source>
        <translation>Zum Text ist nichts zu sagen.</translation>
    </message>
    <message>
        <source>Nothing was pasted: the text is larger than any policy or record may be. The text here is unchanged.</source>
        <translation>Es wurde nichts eingefügt: Der Text ist größer, als eine Richtlinie oder ein Eintrag sein darf. Der Text hier ist unverändert.</translation>
    </message>
    <message>
        <source>Policy file</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>TXT record</source>
        <translation>TXT-Eintrag</translation>
    </message>
    <message>
        <source>What the text is</source>
        <translation>Was der Text ist</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Writes the policy as the standard&apos;s examples do: version, mode, mx, max_age, lines that end in CR LF</source>
        <translation>Schreibt die Richtlinie wie die Beispiele des Standards: version, mode, mx, max_age, Zeilenende CR LF</translation>
    </message>
    <message>
        <source>Findings appear here while you type.</source>
        <translation>Befunde erscheinen hier, während Sie tippen.</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>diesem Text</translation>
    </message>
    <message>
        <source>Senders would not use this record: it is not valid.</source>
        <translation>Absender würden diesen Eintrag nicht verwenden: Er ist nicht gültig.</translation>
    </message>
    <message>
        <source>Each finding is explained here.</source>
        <translation>Hier wird jeder Befund erklärt.</translation>
    </message>
    <message>
        <source>What was meant is clear. The text would read:</source>
        <translation>Was gemeint war, ist eindeutig. Der Text hieße:</translation>
    </message>
    <message>
        <source>Probably this was meant; see whether it is so. The text would read:</source>
        <translation>Wahrscheinlich war dies gemeint; sehen Sie nach, ob es stimmt. Der Text hieße:</translation>
    </message>
    <message>
        <source>Only a valid policy can be tidied. Mend what stands in the list first.</source>
        <translation>Nur eine gültige Richtlinie lässt sich ordnen. Berichtigen Sie zuerst, was in der Liste steht.</translation>
    </message>
    <message>
        <source>Senders would honour this policy (RFC 8461 §3.2).</source>
        <translation>Absender würden diese Richtlinie beachten (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>Senders would not honour this policy: it is not valid (RFC 8461 §3.2).</source>
        <translation>Absender würden diese Richtlinie nicht beachten: Sie ist nicht gültig (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>This is a record of neither MTA-STS (RFC 8461 §3.1) nor TLS-RPT (RFC 8460 §3).</source>
        <translation>Das ist weder ein Eintrag für MTA-STS (RFC 8461 §3.1) noch einer für TLS-RPT (RFC 8460 §3).</translation>
    </message>
    <message>
        <source>A valid record of MTA-STS (RFC 8461 §3.1).</source>
        <translation>Ein gültiger MTA-STS-Eintrag (RFC 8461 §3.1).</translation>
    </message>
    <message>
        <source>A valid record of TLS-RPT (RFC 8460 §3).</source>
        <translation>Ein gültiger TLS-RPT-Eintrag (RFC 8460 §3).</translation>
    </message>
    <message>
        <source>What was meant is clear. This would go:</source>
        <translation>Was gemeint war, ist eindeutig. Das fiele weg:</translation>
    </message>
    <message>
        <source>Probably this was meant; see whether it is so. This would go:</source>
        <translation>Wahrscheinlich war dies gemeint; sehen Sie nach, ob es stimmt. Das fiele weg:</translation>
    </message>
</context>
<context>
    <name>mta::EnforceStep</name>
    <message>
        <source>What has to be true before enforce</source>
        <translation>Was vor enforce gelten muss</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Wieder nachsehen</translation>
    </message>
    <message>
        <source>I read the reports: no failures</source>
        <translation>Berichte gelesen: keine Fehlschläge</translation>
    </message>
    <message>
        <source>The reports show failures</source>
        <translation>Die Berichte zeigen Fehlschläge</translation>
    </message>
    <message>
        <source>Plan mode enforce</source>
        <translation>Modus enforce planen</translation>
    </message>
    <message>
        <source>Towards enforce</source>
        <translation>Zu enforce</translation>
    </message>
    <message>
        <source>Only in mode enforce does MTA-STS protect anything: a sender then rather keeps mail back than hands it to somebody else. Before that, all of this should be true.</source>
        <translation>Erst im Modus enforce schützt MTA-STS wirklich: Ein Absender behält Mail dann lieber, als sie jemand anderem zu geben. Vorher sollte all dies gelten.</translation>
    </message>
    <message>
        <source>The domain was not looked at yet.</source>
        <translation>Die Domain wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Mode enforce is planned. “Publish and check” shows what is left to do.</source>
        <translation>Modus enforce ist geplant. „Veröffentlichen“ zeigt, was noch zu tun ist.</translation>
    </message>
    <message>
        <source>All is ready: plan mode enforce, and publish it.</source>
        <translation>Alles ist bereit: Planen Sie Modus enforce und veröffentlichen Sie ihn.</translation>
    </message>
    <message>
        <source>Not yet: mail could be lost.</source>
        <translation>Noch nicht: Mail könnte verloren gehen.</translation>
    </message>
    <message>
        <source>Not all of it could be told. What is grey is for you to judge.</source>
        <translation>Nicht alles ließ sich feststellen. Was grau ist, müssen Sie beurteilen.</translation>
    </message>
    <message>
        <source>in enforce</source>
        <translation>in enforce</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>noch nicht bereit</translation>
    </message>
    <message>
        <source>not all could be told</source>
        <translation>nicht alles feststellbar</translation>
    </message>
    <message>
        <source>in enforce, and mail is at risk</source>
        <translation>in enforce, und E-Mail ist gefährdet</translation>
    </message>
    <message>
        <source>No policy is planned, so none can be enforced.</source>
        <translation>Es ist keine Richtlinie geplant, also kann keine durchgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 Look again: %2.</source>
        <comment>sentence, day</comment>
        <translation>%1 Wieder nachsehen: %2.</translation>
    </message>
    <message>
        <source>Mode enforce is planned, and not all of this is true: mail could be lost.</source>
        <translation>Der Modus enforce ist geplant, und nicht all dies gilt: Mail könnte verloren gehen.</translation>
    </message>
</context>
<context>
    <name>mta::EvidencePage</name>
    <message>
        <source>Evidence as a tree</source>
        <translation>Belege als Baum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Filter evidence</source>
        <translation>Belege filtern</translation>
    </message>
    <message>
        <source>Evidence as text</source>
        <translation>Belege als Text</translation>
    </message>
    <message>
        <source>Everything that was observed is kept here, octet by octet, and can be saved with Ctrl+S.</source>
        <translation>Hier steht alles Beobachtete, Byte für Byte; mit Strg+S lässt es sich speichern.</translation>
    </message>
    <message>
        <source>Place in the evidence (JSON pointer)</source>
        <translation>Stelle in den Belegen (JSON-Pointer)</translation>
    </message>
    <message>
        <source>There is nothing at this place.</source>
        <translation>An dieser Stelle steht nichts.</translation>
    </message>
    <message>
        <source>For instance /mxHosts/0</source>
        <translation>Zum Beispiel /mxHosts/0</translation>
    </message>
</context>
<context>
    <name>mta::ExpiryPage</name>
    <message>
        <source>Certificates by expiry</source>
        <translation>Zertifikate nach Ablauf</translation>
    </message>
    <message>
        <source>Filter certificates</source>
        <translation>Zertifikate filtern</translation>
    </message>
    <message>
        <source>Certificates end: this page shows when, for every domain you have audited in this window.</source>
        <translation>Zertifikate laufen ab: Diese Seite zeigt, wann, und zwar für jede Domain, die Sie in diesem Fenster geprüft haben.</translation>
    </message>
    <message>
        <source>Audit a domain, or open saved evidence, to see its certificates here.</source>
        <translation>Prüfen Sie eine Domain oder öffnen Sie gespeicherte Belege, um hier die Zertifikate zu sehen.</translation>
    </message>
    <message>
        <source>When certificates end</source>
        <translation>Wann Zertifikate ablaufen</translation>
    </message>
</context>
<context>
    <name>mta::FilterBar</name>
    <message>
        <source>%1 %2</source>
        <comment>name of the filter, number of rows</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>Nur anzeigen: %1</translation>
    </message>
</context>
<context>
    <name>mta::FindingDetail</name>
    <message>
        <source>Why it matters</source>
        <translation>Warum es wichtig ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was beobachtet wurde</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>The finding in detail</source>
        <translation>Der Befund im Einzelnen</translation>
    </message>
    <message>
        <source>Open %1 at rfc-editor.org</source>
        <translation>%1 auf rfc-editor.org öffnen</translation>
    </message>
    <message>
        <source>This could not be tested</source>
        <translation>Das ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>A fact that this check needs is missing: it was not reached, not answered in time, or not to be had from this network. So it is neither good nor bad.</source>
        <translation>Dieser Prüfung fehlt eine Angabe, die sie braucht: Sie war nicht erreichbar, kam nicht rechtzeitig oder ist aus diesem Netz nicht zu bekommen. Das ist also weder gut noch schlecht.</translation>
    </message>
</context>
<context>
    <name>mta::FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Copy the finding as text</source>
        <translation>Den Befund als Text kopieren</translation>
    </message>
    <message>
        <source>What has to be done appears here, most urgent first.</source>
        <translation>Hier erscheint, was zu tun ist, das Dringendste zuerst.</translation>
    </message>
    <message>
        <source>What has to be done appears here as it is found.</source>
        <translation>Hier erscheint, was zu tun ist, sobald es gefunden wird.</translation>
    </message>
    <message>
        <source>No finding fits the filter.</source>
        <translation>Kein Befund passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing was found: there is nothing to do.</source>
        <translation>Nichts gefunden: Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Choose a finding to see why it matters and what to do.</source>
        <translation>Wählen Sie einen Befund, um zu sehen, warum er wichtig ist und was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>mta::HostingStep</name>
    <message>
        <source>File to put on the server</source>
        <translation>Datei für den Server</translation>
    </message>
    <message>
        <source>Who serves the policy file?</source>
        <translation>Wer stellt die Richtlinie bereit?</translation>
    </message>
    <message>
        <source>Senders fetch it over HTTPS from the host mta-sts of your domain, with a certificate for that very name, and follow no redirects. Choose what you have; the wizard shows what to put there.</source>
        <translation>Absender rufen sie über HTTPS vom Host mta-sts Ihrer Domain ab, mit einem Zertifikat für genau diesen Namen, und folgen keiner Umleitung. Wählen Sie, was Sie haben; der Assistent zeigt, was dorthin gehört.</translation>
    </message>
    <message>
        <source>Web server or service</source>
        <translation>Webserver oder Dienst</translation>
    </message>
    <message>
        <source>Web &amp;server or service</source>
        <translation>Web&amp;server oder Dienst</translation>
    </message>
    <message>
        <source>The host is an &amp;alias of (CNAME)</source>
        <translation>Der Host ist ein &amp;Alias von (CNAME)</translation>
    </message>
    <message>
        <source>or has these a&amp;ddresses (A, AAAA), one on each line</source>
        <translation>oder hat diese A&amp;dressen (A, AAAA), eine je Zeile</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Policy host</source>
        <translation>Richtlinien-Host</translation>
    </message>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>Das Zertifikat</translation>
    </message>
    <message>
        <source>What goes wrong here</source>
        <translation>Was hier schiefgeht</translation>
    </message>
    <message>
        <source>nobody chosen yet</source>
        <translation>noch niemand gewählt</translation>
    </message>
    <message>
        <source>%1, without an address yet</source>
        <translation>%1, noch ohne Adresse</translation>
    </message>
</context>
<context>
    <name>mta::InfoBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>mta::LivePage</name>
    <message>
        <source>Live and intended</source>
        <translation>Ist und Plan</translation>
    </message>
    <message>
        <source>Filter what is compared</source>
        <translation>Verglichenes filtern</translation>
    </message>
    <message>
        <source>Undo the last change of the plan</source>
        <translation>Letzte Änderung des Plans zurücknehmen</translation>
    </message>
    <message>
        <source>Do the change of the plan again</source>
        <translation>Änderung des Plans wiederholen</translation>
    </message>
    <message>
        <source>Copy the comparison as text</source>
        <translation>Vergleich als Text kopieren</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>To publish, so that it is as planned:</source>
        <translation>Zu veröffentlichen, damit es wie geplant ist:</translation>
    </message>
    <message>
        <source>Copy what mends it</source>
        <translation>Kopieren, was es behebt</translation>
    </message>
    <message>
        <source>Adopt live as intended</source>
        <translation>Ist in den Plan übernehmen</translation>
    </message>
    <message>
        <source>Adopt all that is live</source>
        <translation>Alles Bestehende übernehmen</translation>
    </message>
    <message>
        <source>Protect this domain</source>
        <translation>Diese Domain schützen</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Plan öffnen …</translation>
    </message>
    <message>
        <source>There is no plan of this domain</source>
        <translation>Für diese Domain gibt es keinen Plan</translation>
    </message>
    <message>
        <source>A plan says how the domain is meant to be: records, policy, mail servers, reports. With one, this page shows line by line where the live domain is different, which side looks right, and what to publish.</source>
        <translation>Ein Plan sagt, wie die Domain sein soll: Einträge, Richtlinie, Mailserver, Berichte. Mit einem Plan zeigt diese Seite Zeile für Zeile, wo die Domain davon abweicht, welche Seite richtig aussieht und was zu veröffentlichen ist.</translation>
    </message>
    <message>
        <source>The plan says then what is live here. It can be undone.</source>
        <translation>Der Plan sagt dann, was hier im Netz steht. Das lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>The plan says then whatever is live and could be tested. It can be undone.</source>
        <translation>Der Plan sagt dann alles, was im Netz steht und geprüft werden konnte. Das lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>What is planned and what is live appears here when the audit is complete.</source>
        <translation>Was geplant ist und was im Netz steht, erscheint hier, sobald die Prüfung vollständig ist.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what is compared, how it is</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Copied. Publish it, then audit the domain again.</source>
        <translation>Kopiert. Veröffentlichen Sie es und prüfen Sie die Domain dann noch einmal.</translation>
    </message>
    <message>
        <source>The plan says now what is live. Undo takes it back.</source>
        <translation>Der Plan sagt jetzt, was im Netz steht. „Zurücknehmen“ macht das rückgängig.</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <translation>Geplant: %1</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>In Betrieb: %1</translation>
    </message>
</context>
<context>
    <name>mta::MailServersPage</name>
    <message>
        <source>Mail servers and their addresses</source>
        <translation>Mailserver und ihre Adressen</translation>
    </message>
    <message>
        <source>Filter mail servers</source>
        <translation>Mailserver filtern</translation>
    </message>
    <message>
        <source>Conversation with the mail server</source>
        <translation>Mitschnitt des Dialogs mit dem Mailserver</translation>
    </message>
    <message>
        <source>Choose an address above to read the conversation with it, line by line.</source>
        <translation>Wählen Sie oben eine Adresse, um den Dialog mit ihr Zeile für Zeile zu lesen.</translation>
    </message>
    <message>
        <source>Copy the whole conversation</source>
        <translation>Ganzen Mitschnitt kopieren</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>The servers that take mail for the domain appear here, each address with what a sender would do.</source>
        <translation>Hier erscheinen die Server, die E-Mails für die Domain annehmen, zu jeder Adresse mit dem, was ein sendender Server täte.</translation>
    </message>
    <message>
        <source>No mail server was found.</source>
        <translation>Es wurde kein Mailserver gefunden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>address: what happened</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mta::MailServersStep</name>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>also covers hosts of other customers</source>
        <translation>deckt auch Hosts anderer Kunden ab</translation>
    </message>
    <message>
        <source>covers hosts of anybody: too broad</source>
        <translation>deckt Hosts von jedermann ab: zu weit</translation>
    </message>
    <message>
        <source>Mail servers and how they fare</source>
        <translation>Mailserver und wie es um sie steht</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Covered by</source>
        <translation>Abgedeckt durch</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Patterns and what they cover</source>
        <translation>Muster und was sie abdecken</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Deckt ab</translation>
    </message>
    <message>
        <source>Take those in the DNS</source>
        <translation>Die aus dem DNS nehmen</translation>
    </message>
    <message>
        <source>Which mail servers are yours?</source>
        <translation>Welche Mailserver sind Ihre?</translation>
    </message>
    <message>
        <source>The policy names them, by name or by a pattern such as *.mail.example.com, which stands for exactly one label. Senders refuse every server that no line covers, so name backup servers too, also those that are switched off today.</source>
        <translation>Die Richtlinie nennt sie beim Namen oder durch ein Muster wie *.mail.example.com, das für genau ein Label steht. Absender lehnen jeden Server ab, den keine Zeile abdeckt; nennen Sie also auch Ersatzserver, selbst wenn sie heute ausgeschaltet sind.</translation>
    </message>
    <message>
        <source>Suggest exact names</source>
        <translation>Genaue Namen vorschlagen</translation>
    </message>
    <message>
        <source>Suggest a pattern</source>
        <translation>Ein Muster vorschlagen</translation>
    </message>
    <message>
        <source>No mail server is named yet.</source>
        <translation>Noch ist kein Mailserver genannt.</translation>
    </message>
    <message>
        <source>No pattern is named yet: senders would refuse every server.</source>
        <translation>Noch ist kein Muster genannt: Absender würden jeden Server ablehnen.</translation>
    </message>
    <message>
        <source>&amp;Mail servers, one on each line, with their preference</source>
        <translation>&amp;Mailserver, einer je Zeile, mit Präferenz</translation>
    </message>
    <message>
        <source>&amp;Patterns of the policy (mx), one on each line</source>
        <translation>M&amp;uster der Richtlinie (mx), eines je Zeile</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>“%1” is no mail server. Write a number and a host name, such as 10 mx1.example.com; an address or a pattern cannot stand here.</source>
        <translation>„%1“ ist kein Mailserver. Schreiben Sie eine Zahl und einen Hostnamen, etwa 10 mx1.example.com; eine Adresse oder ein Muster kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>nothing: senders would refuse it</source>
        <translation>nichts: Absender lehnen ihn ab</translation>
    </message>
    <message>
        <source>no server that is named above</source>
        <translation>keinen der oben genannten Server</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>no mail server yet</source>
        <translation>noch kein Mailserver</translation>
    </message>
    <message>
        <source>not covered: %1</source>
        <translation>nicht abgedeckt: %1</translation>
    </message>
    <message>
        <source>%1 would fail today</source>
        <translation>%1 fiele heute durch</translation>
    </message>
    <message>
        <source>all covered and ready</source>
        <translation>alle abgedeckt und bereit</translation>
    </message>
    <message>
        <source>all covered, not all could be tested</source>
        <translation>alle abgedeckt, nicht alle prüfbar</translation>
    </message>
    <message>
        <source>“%1” is no pattern. Write a host name, or *. and a host name (RFC 8461 §3.2).</source>
        <translation>„%1“ ist kein Muster. Schreiben Sie einen Hostnamen, oder *. und einen Hostnamen (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>would fail at %1: %2 (%3)</source>
        <comment>address: what is wrong (its name in RFC 8460)</comment>
        <translation>würde bei %1 scheitern: %2 (%3)</translation>
    </message>
    <message>
        <source>would fail: %1 (%2)</source>
        <comment>what is wrong (its name in RFC 8460)</comment>
        <translation>fiele durch: %1 (%2)</translation>
    </message>
    <message>
        <source>nothing, and nothing is asked for</source>
        <translation>nichts, und es ist auch nichts verlangt</translation>
    </message>
    <message>
        <source>senders would not deliver to %1 today</source>
        <translation>Absender würden heute nicht an %1 zustellen</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>alle bereit</translation>
    </message>
    <message>
        <source>not all could be tested</source>
        <translation>nicht alle prüfbar</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>mail server; what it does: would fail: ...</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No pattern is needed: the plan has no policy that senders would act on.</source>
        <translation>Es braucht kein Muster: Der Plan hat keine Richtlinie, nach der Absender handeln würden.</translation>
    </message>
</context>
<context>
    <name>mta::MainWindow</name>
    <message>
        <source>MTA-STS Studio</source>
        <translation>MTA-STS Studio</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export as PDF, HTML, CSV or JSON</source>
        <translation>Als PDF, HTML, CSV oder JSON exportieren</translation>
    </message>
    <message>
        <source>Progress of the audits</source>
        <translation>Fortschritt der Prüfungen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop all audits</source>
        <translation>Alle Prüfungen abbrechen</translation>
    </message>
    <message>
        <source>%1 – MTA-STS Studio</source>
        <translation>%1 – MTA-STS Studio</translation>
    </message>
    <message>
        <source>“%1” was left out: %2</source>
        <translation>„%1“ wurde ausgelassen: %2</translation>
    </message>
    <message>
        <source>%1 entries were left out, since they are no domains. They are listed under Results.</source>
        <translation>%1 Angaben wurden ausgelassen, da sie keine Domains sind. Sie stehen unter „Ergebnisse“.</translation>
    </message>
    <message>
        <source>One audit is running. Esc stops it.</source>
        <translation>Eine Prüfung läuft. Esc bricht sie ab.</translation>
    </message>
    <message>
        <source>%1 of %2 domains audited. Esc stops.</source>
        <translation>%1 von %2 Domains geprüft. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Ctrl+L: domain    Ctrl+K: all actions</source>
        <translation>Strg+L: Domain    Strg+K: alle Aktionen</translation>
    </message>
    <message>
        <source>Go to the &amp;domain field</source>
        <translation>Zum &amp;Domainfeld gehen</translation>
    </message>
    <message>
        <source>Audit &amp;again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Export as &amp;PDF…</source>
        <translation>Als &amp;PDF exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;HTML…</source>
        <translation>Als &amp;HTML exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>Als &amp;JSON exportieren…</translation>
    </message>
    <message>
        <source>&amp;Filter this page</source>
        <translation>Diese Seite &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Copy the finding as text</source>
        <translation>Den Befund als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>All &amp;actions…</source>
        <translation>Alle &amp;Aktionen…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Show or hide the &amp;sidebar</source>
        <translation>&amp;Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>P&amp;ractise on sample domains</source>
        <translation>An Beispieldomains ü&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About MTA-STS Studio</source>
        <translation>Ü&amp;ber MTA-STS Studio</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>Zur Seite „Start“ gehen</translation>
    </message>
    <message>
        <source>Go to Results</source>
        <translation>Zur Seite „Ergebnisse“ gehen</translation>
    </message>
    <message>
        <source>Go to Expiry</source>
        <translation>Zur Seite „Ablauf“ gehen</translation>
    </message>
    <message>
        <source>Go to Findings</source>
        <translation>Zur Seite „Befunde“ gehen</translation>
    </message>
    <message>
        <source>Go to Mail servers</source>
        <translation>Zur Seite „Mailserver“ gehen</translation>
    </message>
    <message>
        <source>Go to Policy</source>
        <translation>Zur Seite „Richtlinie“ gehen</translation>
    </message>
    <message>
        <source>Go to Records</source>
        <translation>Zur Seite „Einträge“ gehen</translation>
    </message>
    <message>
        <source>Go to Certificates</source>
        <translation>Zur Seite „Zertifikate“ gehen</translation>
    </message>
    <message>
        <source>Go to Evidence</source>
        <translation>Zur Seite „Belege“ gehen</translation>
    </message>
    <message>
        <source>Go to Senders</source>
        <translation>Zur Seite „Sendende Server“ gehen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Audit %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>About MTA-STS Studio</source>
        <translation>Über MTA-STS Studio</translation>
    </message>
    <message>
        <source>Version %1, Qt %2, on %3</source>
        <translation>Version %1, Qt %2, unter %3</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionsangaben kopieren</translation>
    </message>
    <message>
        <source>Configure and audit domains for MTA-STS (RFC 8461), TLS-RPT (RFC 8460), STARTTLS and the certificates of mail servers.</source>
        <translation>Domains einrichten und prüfen: MTA-STS (RFC 8461), TLS-RPT (RFC 8460), STARTTLS und die Zertifikate der Mailserver.</translation>
    </message>
    <message>
        <source>Free software under the Apache License, version 2.0. It sends nothing to anyone but the servers it audits.</source>
        <translation>Freie Software unter der Apache License, Version 2.0. Sie sendet nur etwas an die Server, die sie prüft, und sonst an niemanden.</translation>
    </message>
    <message>
        <source>The evidence was saved in %1.</source>
        <translation>Die Belege wurden unter %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Evidence (*.json)</source>
        <translation>Belege (*.json)</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>No domain was found in what was dropped here.</source>
        <translation>In dem, was hier abgelegt wurde, fand sich keine Domain.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>&amp;Open evidence, a policy or a list…</source>
        <translation>Beleg, Richtlinie oder Liste ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>&amp;Plans</source>
        <translation>&amp;Pläne</translation>
    </message>
    <message>
        <source>P&amp;rotect this domain</source>
        <translation>Diese Domain s&amp;chützen</translation>
    </message>
    <message>
        <source>&amp;Edit a policy or record</source>
        <translation>Richtlinie oder Eintrag b&amp;earbeiten</translation>
    </message>
    <message>
        <source>&amp;Mend what the finding says</source>
        <translation>Berichtigen, was der Befund &amp;meldet</translation>
    </message>
    <message>
        <source>Open evidence, a policy or a list of domains</source>
        <translation>Beleg, Richtlinie oder Liste von Domains öffnen</translation>
    </message>
    <message>
        <source>Evidence, policies and lists (*.json *.txt *.csv);;All files (*)</source>
        <translation>Belege, Richtlinien und Listen (*.json *.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>Plans (*.json);;All files (*)</source>
        <translation>Pläne (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The plan was saved in %1.</source>
        <translation>Der Plan wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>The plan was changed</source>
        <translation>Der Plan wurde geändert</translation>
    </message>
    <message>
        <source>The plan of %1 is not saved in a file. What is to become of it?</source>
        <translation>Der Plan für %1 ist in keiner Datei gespeichert. Was soll mit ihm geschehen?</translation>
    </message>
    <message>
        <source>Save evidence &amp;without names…</source>
        <translation>Belege &amp;ohne Namen speichern…</translation>
    </message>
    <message>
        <source>&amp;Compare with a saved audit…</source>
        <translation>Mit gespeicherter Prüfung &amp;vergleichen…</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Zur Seite „Vergleich“ gehen</translation>
    </message>
    <message>
        <source>The evidence was saved in %1, without names, addresses and certificates of real people and machines. Times and counts stay: look at it before you give it away.</source>
        <translation>Die Belege wurden in %1 gespeichert, ohne Namen, Adressen und Zertifikate wirklicher Personen und Rechner. Zeiten und Anzahlen bleiben: Sehen Sie sie sich an, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>Save evidence without names</source>
        <translation>Belege ohne Namen speichern</translation>
    </message>
    <message>
        <source>Compare with a saved audit</source>
        <translation>Mit einer gespeicherten Prüfung vergleichen</translation>
    </message>
    <message>
        <source>The comparison was written to %1.</source>
        <translation>Der Vergleich wurde in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Go to Live and intended</source>
        <translation>Zu Ist und Plan</translation>
    </message>
    <message>
        <source>Export everything into a new folder within</source>
        <translation>Alles in einen neuen Ordner exportieren, und zwar in</translation>
    </message>
    <message>
        <source>The plan was written to %1.</source>
        <translation>Der Plan wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Save what is live against all plans</source>
        <translation>Vergleich mit allen Plänen speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Mend &amp;all that is clear in the text</source>
        <translation>&amp;Alles Eindeutige im Text berichtigen</translation>
    </message>
    <message>
        <source>&amp;Tidy the policy in the editor</source>
        <translation>Richtlinie im Editor &amp;ordnen</translation>
    </message>
    <message>
        <source>Remind me &amp;tomorrow of what is due</source>
        <translation>&amp;Morgen an Fälliges erinnern</translation>
    </message>
</context>
<context>
    <name>mta::PlansPage</name>
    <message>
        <source>being looked at</source>
        <translation>wird angesehen</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>live is different</source>
        <translation>live ist es anders</translation>
    </message>
    <message>
        <source>not all could be tested</source>
        <translation>nicht alles prüfbar</translation>
    </message>
    <message>
        <source>live is as planned</source>
        <translation>live wie geplant</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>A plan says how a domain is meant to be. Type a domain above to protect it, or open a plan.</source>
        <translation>Ein Plan sagt, wie eine Domain sein soll. Tippen Sie oben eine Domain ein, um sie zu schützen, oder öffnen Sie einen Plan.</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Plan öffnen …</translation>
    </message>
    <message>
        <source>Protect a domain</source>
        <translation>Eine Domain schützen</translation>
    </message>
    <message>
        <source>The wizard leads from how the domain is today to a policy in mode enforce, one safe step after the other.</source>
        <translation>Der Assistent führt von dem, was heute ist, zu einer Richtlinie im Modus enforce, ein sicherer Schritt nach dem anderen.</translation>
    </message>
    <message>
        <source>not saved in a file; kept on this computer</source>
        <translation>in keiner Datei; auf diesem Rechner bewahrt</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>keine Richtlinie</translation>
    </message>
    <message>
        <source>Look at all now</source>
        <translation>Jetzt alle ansehen</translation>
    </message>
    <message>
        <source>Export comparison…</source>
        <translation>Vergleich exportieren …</translation>
    </message>
    <message>
        <source>Audits the domain of every plan</source>
        <translation>Prüft die Domain jedes Plans</translation>
    </message>
    <message>
        <source>What is live against every plan, as CSV</source>
        <translation>Was im Netz steht, gegen jeden Plan, als CSV</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Remind me tomorrow</source>
        <translation>Morgen erinnern</translation>
    </message>
    <message>
        <source>Puts off what is due of the chosen plan</source>
        <translation>Verschiebt, was im gewählten Plan fällig ist</translation>
    </message>
    <message>
        <source>Opens the wizard for the domain in the field</source>
        <translation>Öffnet den Assistenten für die Domain im Feld</translation>
    </message>
</context>
<context>
    <name>mta::PolicyPage</name>
    <message>
        <source>Policy file</source>
        <translation>Richtliniendatei</translation>
    </message>
    <message>
        <source>HTTP answer</source>
        <translation>HTTP-Antwort</translation>
    </message>
    <message>
        <source>Address of the policy host</source>
        <translation>Adresse des Richtlinien-Hosts</translation>
    </message>
    <message>
        <source>The policy file appears here as it was served.</source>
        <translation>Hier erscheint die Richtliniendatei im Wortlaut.</translation>
    </message>
    <message>
        <source>Status line and headers of the answer appear here.</source>
        <translation>Hier erscheinen Statuszeile und Kopfzeilen der Antwort.</translation>
    </message>
    <message>
        <source>Copy as served</source>
        <translation>Im Wortlaut kopieren</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>Answer of the web server</source>
        <translation>Antwort des Webservers</translation>
    </message>
    <message>
        <source>No policy file was fetched.</source>
        <translation>Es wurde keine Richtliniendatei abgerufen.</translation>
    </message>
    <message>
        <source>The policy says which mail servers are yours and how strict senders should be.</source>
        <translation>Die Richtlinie sagt, welche Mailserver Ihre sind und wie streng sendende Server sein sollen.</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>Was die Zeilen bedeuten</translation>
    </message>
    <message>
        <source>Each line is explained here.</source>
        <translation>Hier wird jede Zeile erklärt.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Kopie bearbeiten</translation>
    </message>
</context>
<context>
    <name>mta::PolicyStep</name>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>two weeks</source>
        <translation>zwei Wochen</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 Tage</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>The id must be 1 to 32 letters or digits.</source>
        <translation>Die id muss aus 1 bis 32 Buchstaben oder Ziffern bestehen.</translation>
    </message>
    <message>
        <source>This id was published with a policy that says something else: senders that know it would not fetch the new one.</source>
        <translation>Diese id wurde mit einer Richtlinie veröffentlicht, die etwas anderes sagt: Absender, die sie kennen, würden die neue nicht abrufen.</translation>
    </message>
    <message>
        <source>The policy says what the published one says; a new id is harmless and not needed.</source>
        <translation>Die Richtlinie sagt dasselbe wie die veröffentlichte; eine neue id schadet nicht und ist nicht nötig.</translation>
    </message>
    <message>
        <source>How strict are senders to be?</source>
        <translation>Wie streng sollen Absender sein?</translation>
    </message>
    <message>
        <source>Begin with testing: mail flows as before, and senders that honour MTA-STS report what would have failed. When the reports are quiet, move to enforce; the wizard tells you when.</source>
        <translation>Beginnen Sie mit testing: Mail läuft wie bisher, und Absender, die MTA-STS beachten, melden, was fehlgeschlagen wäre. Wenn die Berichte ruhig sind, wechseln Sie zu enforce; der Assistent sagt Ihnen, wann.</translation>
    </message>
    <message>
        <source>&amp;testing: deliver as before, and report failures</source>
        <translation>&amp;testing: zustellen wie bisher und Fehlschläge melden</translation>
    </message>
    <message>
        <source>&amp;enforce: do not deliver to a server that fails</source>
        <translation>&amp;enforce: nicht an einen Server zustellen, der durchfällt</translation>
    </message>
    <message>
        <source>another time</source>
        <translation>eine andere Zeit</translation>
    </message>
    <message>
        <source>How long senders remember the policy</source>
        <translation>Wie lange Absender sich die Richtlinie merken</translation>
    </message>
    <message>
        <source>Seconds (max_age)</source>
        <translation>Sekunden (max_age)</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How long senders &amp;remember the policy (max_age)</source>
        <translation>Wie lange Absende&amp;r sich die Richtlinie merken (max_age)</translation>
    </message>
    <message>
        <source>Id of the record</source>
        <translation>Id des Eintrags</translation>
    </message>
    <message>
        <source>Made anew whenever the policy says something else: by it senders see that there is a new one.</source>
        <translation>Wird neu gebildet, sobald die Richtlinie etwas anderes sagt: Daran sehen Absender, dass es eine neue gibt.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>The policy was not seen in testing yet. Begin with testing, unless you are sure of every mail server: in enforce a mistake loses mail.</source>
        <translation>Die Richtlinie wurde noch nicht in testing gesehen. Beginnen Sie mit testing, wenn Sie nicht jedes Mailservers sicher sind: In enforce kostet ein Fehler Mail.</translation>
    </message>
    <message>
        <source>So short a time protects hardly anybody: a sender that forgets the policy can be misled. Some providers are said to ignore such policies.</source>
        <translation>Eine so kurze Zeit schützt kaum jemanden: Ein Absender, der die Richtlinie vergisst, lässt sich täuschen. Manche Anbieter sollen solche Richtlinien nicht beachten.</translation>
    </message>
    <message>
        <source>no policy yet</source>
        <translation>noch keine Richtlinie</translation>
    </message>
    <message>
        <source>no file can say this: a pattern is missing</source>
        <translation>keine Datei kann das sagen: Ein Muster fehlt</translation>
    </message>
    <message>
        <source>Weeks or more are expected of a policy in enforce (RFC 8461 §3.2).</source>
        <translation>Von einer Richtlinie in enforce werden Wochen oder mehr erwartet (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>Write a number of seconds from 0 to %1, which is a year (RFC 8461 §3.2).</source>
        <translation>Schreiben Sie eine Zahl von Sekunden von 0 bis %1, das ist ein Jahr (RFC 8461 §3.2).</translation>
    </message>
    <message>
        <source>No policy is planned: the domain is meant to be without MTA-STS. Choose a mode to plan one.</source>
        <translation>Es ist keine Richtlinie geplant: Die Domain soll ohne MTA-STS sein. Wählen Sie einen Modus, um eine zu planen.</translation>
    </message>
    <message>
        <source>&amp;Leave MTA-STS</source>
        <translation>MTA-STS ver&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Protect again</source>
        <translation>&amp;Wieder schützen</translation>
    </message>
    <message>
        <source>&amp;none: as if there were no policy, for as long as this one is published</source>
        <translation>&amp;none: als gäbe es keine Richtlinie, solange diese veröffentlicht ist</translation>
    </message>
    <message>
        <source>Leaving MTA-STS</source>
        <translation>MTA-STS verlassen</translation>
    </message>
    <message>
        <source>No policy is planned any more: the domain is about to leave MTA-STS. To stay, choose a mode.</source>
        <translation>Es ist keine Richtlinie mehr geplant: Die Domain ist dabei, MTA-STS zu verlassen. Wählen Sie einen Modus, um zu bleiben.</translation>
    </message>
    <message>
        <source>A policy must not just vanish: senders keep it for as long as it says, and would act on it. This plans the safe way out: first a policy in mode none, which ends what senders hold; then nothing until every policy they may still remember is over; then the record goes, and last the file. The page “Publish and check” shows each step and from when on it is safe. What was ever published stays in the plan; reports (TLS-RPT) are asked for as before, and end on the page “Reports”. Nothing is changed by this at once, and Undo takes it back.</source>
        <translation>Eine Richtlinie darf nicht einfach verschwinden: Absender behalten sie so lange, wie sie sagt, und handeln danach. Hiermit wird der sichere Weg hinaus geplant: zuerst eine Richtlinie im Modus none, die beendet, was Absender haben; dann nichts, bis jede Richtlinie abgelaufen ist, die sie noch kennen könnten; dann geht der Eintrag und zuletzt die Datei. Die Seite „Veröffentlichen“ zeigt jeden Schritt und ab wann er sicher ist. Was je veröffentlicht war, bleibt im Plan; um Berichte (TLS-RPT) wird weiter gebeten, damit endet es auf der Seite „Berichte“. Sofort ändert sich dadurch nichts, und „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>The page “Publish and check” shows what is left to do and from when on each step is safe. You can turn back at any time: “Protect again” plans the last policy that protected the domain, and the steps to it.</source>
        <translation>Die Seite „Veröffentlichen“ zeigt, was noch zu tun ist und ab wann jeder Schritt sicher ist. Sie können jederzeit umkehren: „Wieder schützen“ plant die letzte Richtlinie, die die Domain geschützt hat, und die Schritte dorthin.</translation>
    </message>
    <message>
        <source>Nothing is left to leave. “Protect again” plans the last policy that protected the domain, or a first one in mode testing.</source>
        <translation>Es ist nichts mehr da, was zu verlassen wäre. „Wieder schützen“ plant die letzte Richtlinie, die die Domain geschützt hat, oder eine erste im Modus testing.</translation>
    </message>
    <message>
        <source>leaving MTA-STS</source>
        <translation>verlässt MTA-STS</translation>
    </message>
    <message>
        <source>no policy is planned</source>
        <translation>keine Richtlinie geplant</translation>
    </message>
</context>
<context>
    <name>mta::PracticePage</name>
    <message>
        <source>Sample domains</source>
        <translation>Beispieldomains</translation>
    </message>
    <message>
        <source>Sample domain</source>
        <translation>Beispieldomain</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was sie zeigt</translation>
    </message>
    <message>
        <source>Filter sample domains</source>
        <translation>Beispieldomains filtern</translation>
    </message>
    <message>
        <source>There is no practice world in this program.</source>
        <translation>In diesem Programm gibt es keine Übungswelt.</translation>
    </message>
    <message>
        <source>Audit all of them</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Audit this one</source>
        <translation>Diese prüfen</translation>
    </message>
    <message>
        <source>Practise on sample domains</source>
        <translation>An Beispieldomains üben</translation>
    </message>
    <message>
        <source>These domains exist only on this computer: name servers, web servers and mail servers inside this program, each with one thing to learn. Nobody outside is contacted.</source>
        <translation>Diese Domains gibt es nur auf diesem Computer: Nameserver, Webserver und Mailserver in diesem Programm, und an jeder Domain ist etwas zu lernen. Niemand außerhalb wird kontaktiert.</translation>
    </message>
</context>
<context>
    <name>mta::PreferencesDialog</name>
    <message>
        <source>Contact private addresses too</source>
        <translation>Auch private Adressen kontaktieren</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>der des Systems</translation>
    </message>
    <message>
        <source>this computer&apos;s name</source>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <source>&amp;Resolver</source>
        <translation>&amp;Resolver</translation>
    </message>
    <message>
        <source>The name server that is asked: an address, or the word recursive to ask from the root.</source>
        <translation>Der Nameserver, der gefragt wird: eine Adresse, oder das Wort recursive, um ab der Wurzel selbst zu fragen.</translation>
    </message>
    <message>
        <source>&amp;EHLO name</source>
        <translation>&amp;EHLO-Name</translation>
    </message>
    <message>
        <source>The name by which this program introduces itself to mail servers.</source>
        <translation>Der Name, mit dem sich dieses Programm bei Mailservern meldet.</translation>
    </message>
    <message>
        <source>Many networks block outgoing port 25. If you can log in to a server elsewhere, run this command here and write socks5://127.0.0.1:1080 above:</source>
        <translation>Viele Netze sperren den ausgehenden Port 25. Wenn Sie sich anderswo auf einem Server anmelden können, führen Sie hier diesen Befehl aus und schreiben Sie oben socks5://127.0.0.1:1080:</translation>
    </message>
    <message>
        <source>SOCKS &amp;proxy</source>
        <translation>SOCKS-&amp;Proxy</translation>
    </message>
    <message>
        <source>Use IPv4</source>
        <translation>IPv4 verwenden</translation>
    </message>
    <message>
        <source>Use IPv6</source>
        <translation>IPv6 verwenden</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>For domains inside your own network. While this is off, no name in the DNS can lead this program to machines of yours.</source>
        <translation>Für Domains in Ihrem eigenen Netz. Solange dies ausgeschaltet ist, kann kein Name im DNS dieses Programm zu Ihren Rechnern führen.</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Quick: only what a sender asks</source>
        <translation>Schnell: nur, was ein sendender Server abfragt</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Deep: also what no sender asks</source>
        <translation>Gründlich: auch, was kein sendender Server abfragt</translation>
    </message>
    <message>
        <source>Longest &amp;wait for one answer</source>
        <translation>Längste &amp;Wartezeit je Antwort</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Umfang</translation>
    </message>
    <message>
        <source>Standard also looks for a policy without a record, for misplaced records, and whether report addresses work. Lists of domains are audited quickly unless Deep is chosen.</source>
        <translation>„Standard“ sucht auch nach einer Richtlinie ohne Eintrag und nach Einträgen an falscher Stelle und prüft, ob die Adressen für Berichte funktionieren. Listen von Domains werden schnell geprüft, außer wenn „Gründlich“ gewählt ist.</translation>
    </message>
    <message>
        <source>Choose at least one kind of address.</source>
        <translation>Wählen Sie mindestens eine Art von Adressen.</translation>
    </message>
    <message>
        <source>Remember how domains looked</source>
        <translation>Merken, wie Domains aussahen</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number</comment>
        <translation> Tage</translation>
    </message>
    <message>
        <source>14 days, as always</source>
        <translation>14 Tage, wie immer</translation>
    </message>
    <message>
        <source>Warn of certificates &amp;before</source>
        <translation>&amp;Vorwarnung bei Zertifikaten</translation>
    </message>
    <message>
        <source>Certificates of mail servers that expire within so many days give a warning.</source>
        <translation>Zertifikate von Mailservern, die innerhalb so vieler Tage ablaufen, geben eine Warnung.</translation>
    </message>
    <message>
        <source>Remind me of what is due</source>
        <translation>An Fälliges erinnern</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>While this program runs, and when it starts, a notification tells which step of a plan may be done, when to look again after the time in mode testing, and which certificates end. Each is told once. The pages Start and Plans show it in any case.</source>
        <translation>Solange dieses Programm läuft, und wenn es startet, sagt eine Benachrichtigung, welcher Schritt eines Plans getan werden darf, wann nach der Zeit im Modus testing erneut zu prüfen ist und welche Zertifikate ablaufen. Jedes wird einmal gemeldet. Die Seiten Start und Pläne zeigen es in jedem Fall.</translation>
    </message>
    <message>
        <source>Record and policy of the domains that you audit are kept on this computer, so that the next audit can tell what changed and what senders may still remember; of those with a plan also when certificates end. Switching this off also forgets them.</source>
        <translation>Eintrag und Richtlinie der geprüften Domains bleiben auf diesem Computer gespeichert, damit der nächste Audit sagen kann, was sich geändert hat und was Absender sich noch gemerkt haben; von denen mit einem Plan auch, wann Zertifikate ablaufen. Abschalten löscht sie auch.</translation>
    </message>
</context>
<context>
    <name>mta::PublishForm</name>
    <message>
        <source>Read a key file…</source>
        <translation>Schlüsseldatei lesen …</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The zone’s primary name server, which takes DNS UPDATE (RFC 2136) over TCP</source>
        <translation>Der primäre Nameserver der Zone, der DNS UPDATE (RFC 2136) über TCP annimmt</translation>
    </message>
    <message>
        <source>A file as tsig-keygen writes it. The key goes into the keyring of your session; the file is not needed any more.</source>
        <translation>Eine Datei, wie tsig-keygen sie schreibt. Der Schlüssel kommt in den Schlüsselbund Ihrer Sitzung; die Datei wird dann nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>Takes the key out of the keyring</source>
        <translation>Nimmt den Schlüssel aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Not from here</source>
        <translation>Nicht von hier</translation>
    </message>
    <message>
        <source>In a folder of this computer</source>
        <translation>In einem Ordner dieses Computers</translation>
    </message>
    <message>
        <source>On another computer, by SFTP</source>
        <translation>Auf einem anderen Computer, über SFTP</translation>
    </message>
    <message>
        <source>Policy file</source>
        <translation>Richtliniendatei</translation>
    </message>
    <message>
        <source>Place of the policy file</source>
        <translation>Ort der Richtliniendatei</translation>
    </message>
    <message>
        <source>Policy &amp;file</source>
        <translation>Richtlinien&amp;datei</translation>
    </message>
    <message>
        <source>Say where: a name server that takes changes of the zone, a place for the policy file, or both.</source>
        <translation>Sagen Sie, wo: ein Nameserver, der Änderungen der Zone annimmt, ein Ort für die Richtliniendatei, oder beides.</translation>
    </message>
    <message>
        <source>With the system’s sftp and your own keys; no password is asked for. The file becomes .well-known/mta-sts.txt in that folder.</source>
        <translation>Mit dem sftp des Systems und Ihren eigenen Schlüsseln; nach einem Passwort wird nicht gefragt. Die Datei wird zu .well-known/mta-sts.txt in diesem Ordner.</translation>
    </message>
    <message>
        <source>The folder that the web server serves. The file becomes .well-known/mta-sts.txt in it.</source>
        <translation>Der Ordner, den der Webserver ausliefert. Die Datei wird darin zu .well-known/mta-sts.txt.</translation>
    </message>
    <message>
        <source>Read a key file</source>
        <translation>Schlüsseldatei lesen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The folder that the web server serves</source>
        <translation>Der Ordner, den der Webserver ausliefert</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>sein Name</translation>
    </message>
    <message>
        <source>Na&amp;me server for the records</source>
        <translation>Na&amp;meserver für die Einträge</translation>
    </message>
    <message>
        <source>&amp;Key it knows you by (TSIG)</source>
        <translation>&amp;Schlüssel bei ihm (TSIG)</translation>
    </message>
    <message>
        <source>192.0.2.53, or empty</source>
        <translation>192.0.2.53 oder leer</translation>
    </message>
    <message>
        <source>&amp;Look for the policy before the record changes</source>
        <translation>Vor der Änderung des Eintrags die Richtlinie &amp;suchen</translation>
    </message>
    <message>
        <source>The mail servers show the keys of the &amp;TLSA records</source>
        <translation>Die Mailserver zeigen die Schlüssel der &amp;TLSA-Einträge</translation>
    </message>
    <message>
        <source>Every address of the policy host has to show the policy first. Without this look senders may be led to a file that is not there yet; do without it only where this computer cannot reach the policy host.</source>
        <translation>Jede Adresse des Richtlinien-Hosts muss die Richtlinie zuerst zeigen. Ohne diesen Blick kommen Absender womöglich zu einer Datei, die noch nicht da ist; verzichten Sie nur darauf, wo dieser Computer den Richtlinien-Host nicht erreicht.</translation>
    </message>
    <message>
        <source>The &amp;MX records have not changed since yesterday</source>
        <translation>Die &amp;MX-Einträge sind seit gestern unverändert</translation>
    </message>
    <message>
        <source>They have been as they are for as long as resolvers keep them, although that was not seen from here. Say it only if you know it: while others are remembered, mode enforce would refuse mail to them.</source>
        <translation>Sie sind so lange unverändert, wie Resolver sie behalten, auch wenn das von hier aus nicht zu sehen war. Sagen Sie es nur, wenn Sie es wissen: Solange noch andere behalten werden, würde im Modus enforce Post an diese abgelehnt.</translation>
    </message>
    <message>
        <source>Every address of every mail server shows the key that its TLSA records in the plan match. Then first records may come, and those of former keys may go (RFC 7671 §8.1).</source>
        <translation>Jede Adresse jedes Mailservers zeigt den Schlüssel, zu dem seine TLSA-Einträge im Plan passen. Dann dürfen erste Einträge kommen und die früherer Schlüssel gehen (RFC 7671 §8.1).</translation>
    </message>
</context>
<context>
    <name>mta::PublishPanel</name>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>Zeigen, was sich ändern würde</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Records by DNS UPDATE, the policy file in a folder or by SFTP. Nothing is changed before you have seen it and agreed; the policy comes before the record that leads senders there; what somebody else has changed since is not overwritten.</source>
        <translation>Einträge mit DNS UPDATE, die Richtliniendatei in einen Ordner oder über SFTP. Nichts wird geändert, bevor Sie es gesehen und zugestimmt haben; die Richtlinie kommt vor dem Eintrag, der Absender zu ihr führt; was andere inzwischen geändert haben, wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Zurück zu den Schritten</translation>
    </message>
    <message>
        <source>Shows what undoes the last publishing of this plan</source>
        <translation>Zeigt, was die letzte Veröffentlichung dieses Plans rückgängig macht</translation>
    </message>
    <message>
        <source>Publish %1 from here</source>
        <translation>%1 von hier veröffentlichen</translation>
    </message>
    <message>
        <source>Save the plan in a file first: what takes a publishing back is kept beside it.</source>
        <translation>Speichern Sie den Plan zuerst in einer Datei: Was eine Veröffentlichung zurücknimmt, wird neben ihr aufbewahrt.</translation>
    </message>
    <message>
        <source>Looking what is there…</source>
        <translation>Es wird nachgesehen, was da ist …</translation>
    </message>
    <message>
        <source>There is nothing to take back any more: all is as it was before.</source>
        <translation>Es gibt nichts mehr zurückzunehmen: Alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>There is nothing to change: all is as the plan says.</source>
        <translation>Es gibt nichts zu ändern: Alles ist, wie der Plan es sagt.</translation>
    </message>
    <message>
        <source>This would be taken back. Nothing was changed yet.</source>
        <translation>Das würde zurückgenommen. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This would change, and nothing else. Nothing was changed yet.</source>
        <translation>Das würde sich ändern, und sonst nichts. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>Es wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Es wird veröffentlicht …</translation>
    </message>
    <message>
        <source>Not all was taken back. Look again, and go on from there.</source>
        <translation>Nicht alles wurde zurückgenommen. Sehen Sie noch einmal nach, und machen Sie von dort weiter.</translation>
    </message>
    <message>
        <source>Not all was published. “Show what would change” goes on from here; “Take back…” undoes what was done.</source>
        <translation>Nicht alles wurde veröffentlicht. „Zeigen, was sich ändern würde“ macht hier weiter; „Zurücknehmen …“ macht rückgängig, was getan wurde.</translation>
    </message>
    <message>
        <source>to be done</source>
        <translation>steht bevor</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht getan</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Es wird angehalten …</translation>
    </message>
    <message>
        <source>The key goes into the keyring; it may ask you to unlock it…</source>
        <translation>Der Schlüssel kommt in den Schlüsselbund; vielleicht werden Sie gebeten, ihn zu entsperren …</translation>
    </message>
    <message>
        <source>The keyring keeps the key now; the file is not needed any more.</source>
        <translation>Der Schlüssel liegt jetzt im Schlüsselbund; die Datei wird nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>The key is used until the program ends, and then its file is needed again: the keyring does not keep it. %1</source>
        <translation>Der Schlüssel wird verwendet, bis das Programm endet; danach wird seine Datei wieder gebraucht: Der Schlüsselbund bewahrt ihn nicht auf. %1</translation>
    </message>
    <message>
        <source>Taking the key out of the keyring…</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund genommen …</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
    <message>
        <source>I want &amp;this taken back</source>
        <translation>Ich will das &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>I want &amp;these changes</source>
        <translation>Ich will diese &amp;Änderungen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>mta::PublishStep</name>
    <message>
        <source>; take away:</source>
        <translation>; entfernen:</translation>
    </message>
    <message>
        <source>; publish:</source>
        <translation>; veröffentlichen:</translation>
    </message>
    <message>
        <source>Steps in the safe order</source>
        <translation>Schritte in der sicheren Reihenfolge</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What this step publishes</source>
        <translation>Was dieser Schritt veröffentlicht</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>I have done this</source>
        <translation>Das ist getan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Publish, step by step</source>
        <translation>Veröffentlichen, Schritt für Schritt</translation>
    </message>
    <message>
        <source>In this order no sender refuses mail on the way. After each step the name servers of the zone and every address of the policy host are asked; a step that is done turns green by itself.</source>
        <translation>In dieser Reihenfolge lehnt unterwegs kein Absender Mail ab. Nach jedem Schritt werden die Nameserver der Zone und jede Adresse des Richtlinien-Hosts gefragt; ein erledigter Schritt wird von selbst grün.</translation>
    </message>
    <message>
        <source>Publish and check</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>The domain is being looked at…</source>
        <translation>Die Domain wird angesehen …</translation>
    </message>
    <message>
        <source>The steps depend on how the domain is today. Look at it first.</source>
        <translation>Die Schritte hängen davon ab, wie die Domain heute ist. Sehen Sie zuerst nach.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>later, not before %1</source>
        <translation>später, nicht vor %1</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>wait until %1</source>
        <translation>warten bis %1</translation>
    </message>
    <message>
        <source>could not be tested</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>now: say when it is done</source>
        <translation>jetzt: melden, wenn es getan ist</translation>
    </message>
    <message>
        <source>now; being looked at</source>
        <translation>jetzt; wird angesehen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>All is published as planned.</source>
        <translation>Alles ist wie geplant veröffentlicht.</translation>
    </message>
    <message>
        <source>Nobody serves the policy yet: choose on the page “Policy host” who does, and where it is.</source>
        <translation>Noch stellt niemand die Richtlinie bereit: Wählen Sie auf der Seite „Richtlinien-Host“, wer es tut und wo das ist.</translation>
    </message>
    <message>
        <source>%1: not as planned yet</source>
        <translation>%1: noch nicht wie geplant</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>all is published</source>
        <translation>alles veröffentlicht</translation>
    </message>
    <message>
        <source>waiting until %1</source>
        <translation>wartet bis %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Publish from here…</source>
        <translation>Von hier veröffentlichen …</translation>
    </message>
    <message>
        <source>not so any more</source>
        <translation>nicht mehr so</translation>
    </message>
    <message>
        <source>How the domain is today could not be found out: the DNS gave no answer that can be used. Look again; steps from an unknown state could do harm.</source>
        <translation>Wie die Domain heute aussieht, ließ sich nicht herausfinden: Das DNS gab keine brauchbare Antwort. Sehen Sie noch einmal nach; Schritte aus einem unbekannten Zustand könnten schaden.</translation>
    </message>
    <message>
        <source>No step is left, and yet the domain is not as planned:</source>
        <translation>Es ist kein Schritt mehr offen, und doch ist die Domain nicht wie geplant:</translation>
    </message>
    <message>
        <source>No step is left. Whether all is as planned could not be tested.</source>
        <translation>Es ist kein Schritt mehr offen. Ob alles wie geplant ist, ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>not as planned</source>
        <translation>nicht wie geplant</translation>
    </message>
    <message>
        <source>step %1 of %2 is not so any more</source>
        <translation>Schritt %1 von %2 ist nicht mehr so</translation>
    </message>
    <message>
        <source>done, as far as is known</source>
        <translation>erledigt, soweit bekannt</translation>
    </message>
    <message>
        <source>How the domain is today could not be found out: the record announces a policy, and the policy host does not answer. Look again; steps from an unknown state could do harm.</source>
        <translation>Wie die Domain heute ist, ließ sich nicht herausfinden: Der Eintrag kündigt eine Richtlinie an, und der Richtlinienserver antwortet nicht. Sehen Sie noch einmal nach; Schritte aus einem unbekannten Zustand könnten schaden.</translation>
    </message>
    <message>
        <source>The plan is to leave MTA-STS. What is published first is a policy in mode none, which ends what senders hold; record and file go when the steps say so.</source>
        <translation>Der Plan ist, MTA-STS zu verlassen. Zuerst wird eine Richtlinie im Modus none veröffentlicht, die beendet, was Absender haben; Eintrag und Datei gehen, wenn die Schritte es sagen.</translation>
    </message>
    <message>
        <source>The steps appear here when the domain was looked at.</source>
        <translation>Die Schritte erscheinen hier, sobald die Domain angesehen wurde.</translation>
    </message>
    <message>
        <source>No step is left to do.</source>
        <translation>Es ist kein Schritt mehr zu tun.</translation>
    </message>
    <message>
        <source>There are no steps to show yet: first see what stands above.</source>
        <translation>Noch gibt es keine Schritte zu zeigen: Sehen Sie zuerst, was darüber steht.</translation>
    </message>
</context>
<context>
    <name>mta::RecentDomains</name>
    <message>
        <source>%1, %2</source>
        <comment>domain, verdict</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>domain: verdict, time</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>mta::RecordsPage</name>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>Filter records</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>What the record means</source>
        <translation>Was der Eintrag bedeutet</translation>
    </message>
    <message>
        <source>Choose a record above to see what its parts mean.</source>
        <translation>Wählen Sie oben einen Eintrag, um zu sehen, was seine Teile bedeuten.</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>Every question to the DNS and its answer appear here.</source>
        <translation>Hier erscheinen jede Frage an das DNS und die Antwort darauf.</translation>
    </message>
    <message>
        <source>Nothing was asked.</source>
        <translation>Es wurde nichts abgefragt.</translation>
    </message>
    <message>
        <source>Ask the name servers</source>
        <translation>Die Nameserver fragen</translation>
    </message>
    <message>
        <source>Audits again in depth, and asks every authoritative name server of the domain itself</source>
        <translation>Prüft erneut, eingehend, und fragt jeden autoritativen Nameserver der Domain selbst</translation>
    </message>
    <message>
        <source>Edit a copy of the record</source>
        <translation>Kopie des Eintrags bearbeiten</translation>
    </message>
</context>
<context>
    <name>mta::ReminderWatch</name>
    <message>
        <source>%1: %2</source>
        <comment>domain and what is due</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Due now: %1.</source>
        <translation>Jetzt fällig: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are due. The first: %1.</source>
        <translation>
            <numerusform>%n Termin ist fällig: %1.</numerusform>
            <numerusform>%n Termine sind fällig. Der erste: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are due</source>
        <translation>
            <numerusform>%n Termin ist fällig</numerusform>
            <numerusform>%n Termine sind fällig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mta::ReportsStep</name>
    <message>
        <source>Who is to hear of failures?</source>
        <translation>Wer soll von Fehlschlägen erfahren?</translation>
    </message>
    <message>
        <source>Senders that honour TLS-RPT send a report a day on how delivery to your domain went. Without them, testing tells you nothing. A mailbox will do; it should be one whose mail does not depend on what is reported.</source>
        <translation>Absender, die TLS-RPT beachten, schicken täglich einen Bericht, wie die Zustellung an Ihre Domain verlief. Ohne sie sagt Ihnen testing nichts. Ein Postfach genügt; seine Mail sollte nicht von dem abhängen, worüber berichtet wird.</translation>
    </message>
    <message>
        <source>&amp;Destinations (rua), one on each line: an address or an https URL</source>
        <translation>&amp;Ziele (rua), eines je Zeile: eine Adresse oder eine https-URL</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>nobody would hear of failures</source>
        <translation>niemand erführe von Fehlschlägen</translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>All reports go to the domain itself. When its mail fails, so may the reports: add a destination elsewhere, or an https URL (RFC 8460 §3).</source>
        <translation>Alle Berichte gehen an die Domain selbst. Wenn ihre Mail scheitert, scheitern vielleicht auch die Berichte: Nennen Sie ein weiteres Ziel anderswo oder eine https-URL (RFC 8460 §3).</translation>
    </message>
    <message>
        <source>“%1” is no destination. Write an e-mail address or an https URL; commas, exclamation marks and semicolons in it must be percent-encoded (RFC 8460 §3).</source>
        <translation>„%1“ ist kein Ziel. Schreiben Sie eine E-Mail-Adresse oder eine https-URL; Kommas, Ausrufezeichen und Semikolons darin müssen prozentkodiert sein (RFC 8460 §3).</translation>
    </message>
</context>
<context>
    <name>mta::ResultsPage</name>
    <message>
        <source>Audited domains</source>
        <translation>Geprüfte Domains</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Domains filtern</translation>
    </message>
    <message>
        <source>Domains you audit appear here, one line each. Paste or drop a list of domains to audit them all.</source>
        <translation>Hier erscheinen die Domains, die Sie prüfen, eine je Zeile. Fügen Sie eine Liste von Domains ein, oder legen Sie sie hier ab, um alle zu prüfen.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1 of %2 domains audited</source>
        <translation>%1 von %2 Domains geprüft</translation>
    </message>
    <message>
        <source>Nothing audited yet</source>
        <translation>Noch nichts geprüft</translation>
    </message>
    <message>
        <source>Domains: %1. Enter opens the chosen one.</source>
        <translation>Domains: %1. Die Eingabetaste öffnet die gewählte.</translation>
    </message>
</context>
<context>
    <name>mta::RowsView</name>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy all as CSV</source>
        <translation>Alles als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy all as JSON</source>
        <translation>Alles als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>mta::SendersPage</name>
    <message>
        <source>Senders</source>
        <translation>Sendende Server</translation>
    </message>
    <message>
        <source>Filter senders</source>
        <translation>Sendende Server filtern</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>What programs that send mail make of the policy appears here.</source>
        <translation>Hier erscheint, wie Programme, die E-Mails senden, die Richtlinie auffassen.</translation>
    </message>
    <message>
        <source>This domain publishes no policy that senders could honour.</source>
        <translation>Diese Domain veröffentlicht keine Richtlinie, die sendende Server beachten könnten.</translation>
    </message>
    <message>
        <source>Nothing needs to be changed to please them.</source>
        <translation>Damit alle die Richtlinie beachten, muss nichts geändert werden.</translation>
    </message>
    <message>
        <source>What to change so that all of them honour it</source>
        <translation>Was zu ändern ist, damit alle die Richtlinie beachten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>program, how it reads</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What becomes of mail, by what a sender checks</source>
        <translation>Was aus der Post wird, je nachdem, was ein Absender prüft</translation>
    </message>
    <message>
        <source>What becomes of mail for the domain appears here.</source>
        <translation>Was aus der Post für die Domain wird, erscheint hier.</translation>
    </message>
    <message>
        <source>No mail is delivered to this domain, or its mail servers are not known.</source>
        <translation>An diese Domain wird keine Post zugestellt, oder ihre Mailserver sind nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>mta::Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Domains audited last</source>
        <translation>Zuletzt geprüfte Domains</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Forget all recent domains</source>
        <translation>Alle zuletzt geprüften Domains vergessen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and how much is due</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n due</source>
        <comment>page</comment>
        <translation>
            <numerusform>%1, %n fällig</numerusform>
            <numerusform>%1, %n fällig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mta::StartPage</name>
    <message>
        <source>Is mail to your domain protected?</source>
        <translation>Sind E-Mails an Ihre Domain geschützt?</translation>
    </message>
    <message>
        <source>Type a domain, paste an e-mail address or a whole list, and press Enter.</source>
        <translation>Geben Sie eine Domain ein, oder fügen Sie eine E-Mail-Adresse oder eine ganze Liste ein, und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Practise on sample domains</source>
        <translation>An Beispieldomains üben</translation>
    </message>
    <message>
        <source>Open saved evidence…</source>
        <translation>Gespeicherte Belege öffnen…</translation>
    </message>
    <message>
        <source>Learn without risk</source>
        <translation>Ohne Risiko lernen</translation>
    </message>
    <message>
        <source>A small mail world on this computer, with the mistakes people really make. No live domain is touched.</source>
        <translation>Eine kleine E-Mail-Welt auf diesem Computer, mit den Fehlern, die wirklich vorkommen. Keine echte Domain wird berührt.</translation>
    </message>
    <message>
        <source>Look at a saved audit</source>
        <translation>Gespeicherte Prüfung ansehen</translation>
    </message>
    <message>
        <source>Open evidence that was saved before, or drop the file anywhere on this window. Nothing is asked of the network.</source>
        <translation>Öffnen Sie früher gespeicherte Belege, oder ziehen Sie die Datei irgendwo auf dieses Fenster. Das Netz wird dabei nicht befragt.</translation>
    </message>
    <message>
        <source>What MTA-STS does</source>
        <translation>Was MTA-STS tut</translation>
    </message>
    <message>
        <source>Mail servers encrypt mail to each other when they can, but without MTA-STS anyone on the path can switch that off unnoticed.</source>
        <translation>Mailserver verschlüsseln E-Mails untereinander, wenn sie können; aber ohne MTA-STS kann jeder auf dem Weg das unbemerkt abschalten.</translation>
    </message>
    <message>
        <source>With MTA-STS your domain says which mail servers are yours and that they must prove it: senders then refuse to deliver to anyone else.</source>
        <translation>Mit MTA-STS sagt Ihre Domain, welche Mailserver Ihre sind und dass sie es beweisen müssen: Sendende Server stellen dann an niemand anderen zu.</translation>
    </message>
    <message>
        <source>TLS-RPT adds daily reports, so that you hear of trouble before your users do.</source>
        <translation>TLS-RPT ergänzt tägliche Berichte, damit Sie von Problemen erfahren, bevor Ihre Benutzer sie bemerken.</translation>
    </message>
    <message>
        <source>Read the standard, RFC 8461</source>
        <translation>Den Standard lesen, RFC 8461</translation>
    </message>
    <message>
        <source>Show the plans</source>
        <translation>Pläne zeigen</translation>
    </message>
    <message>
        <source>Remind me tomorrow</source>
        <translation>Morgen erinnern</translation>
    </message>
</context>
<context>
    <name>mta::TimelineView</name>
    <message>
        <source>Timeline of certificates</source>
        <translation>Zeitachse der Zertifikate</translation>
    </message>
    <message>
        <source>%1: valid from %2, expires %3</source>
        <translation>%1: Beginn %2, Ablauf %3</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>mta::VerdictHeader</name>
    <message>
        <source>Asking the DNS for the domain&apos;s records.</source>
        <translation>Die DNS-Einträge der Domain werden abgefragt.</translation>
    </message>
    <message>
        <source>Talking to the mail servers.</source>
        <translation>Der Dialog mit den Mailservern läuft.</translation>
    </message>
    <message>
        <source>Fetching the policy file.</source>
        <translation>Die Richtliniendatei wird abgerufen.</translation>
    </message>
    <message>
        <source>Looking up and contacting the servers.</source>
        <translation>Die Server werden nachgeschlagen und kontaktiert.</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <comment>time of the audit, duration</comment>
        <translation>%1, Dauer %2</translation>
    </message>
    <message>
        <source>Sample domain, %1</source>
        <translation>Beispieldomain, %1</translation>
    </message>
    <message>
        <source>From a file, %1</source>
        <translation>Aus einer Datei, %1</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Audit again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Show how to do the next step</source>
        <translation>Zeigen, wie der nächste Schritt geht</translation>
    </message>
    <message>
        <source>Audit again (F5)</source>
        <translation>Erneut prüfen (F5)</translation>
    </message>
    <message>
        <source>The audit is running</source>
        <translation>Die Prüfung läuft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>No domain chosen</source>
        <translation>Keine Domain gewählt</translation>
    </message>
    <message>
        <source>Type a domain above and press Enter.</source>
        <translation>Geben Sie oben eine Domain ein, und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Auditing</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Not audited</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The audit was stopped. What was known by then is shown; the rest counts as not tested.</source>
        <translation>Die Prüfung wurde abgebrochen. Zu sehen ist, was bis dahin bekannt war; der Rest gilt als nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>domain: verdict. sentence</comment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>Planen …</translation>
    </message>
    <message>
        <source>Protect this domain with the wizard</source>
        <translation>Diese Domain mit dem Assistenten schützen</translation>
    </message>
</context>
<context>
    <name>mta::WizardPage</name>
    <message>
        <source>What would be published</source>
        <translation>Was veröffentlicht würde</translation>
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
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Pages of the wizard</source>
        <translation>Seiten des Assistenten</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Not in a file yet; kept here</source>
        <translation>In keiner Datei; hier bewahrt</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>(no policy that could be published yet)</source>
        <translation>(noch keine Richtlinie, die sich veröffentlichen ließe)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Everything that is to be published, the plan on paper, or a calendar of the steps</source>
        <translation>Alles, was zu veröffentlichen ist, der Plan zum Ausdrucken oder ein Kalender der Schritte</translation>
    </message>
    <message>
        <source>Export everything as a &amp;zip file…</source>
        <translation>Alles als &amp;Zip-Datei exportieren …</translation>
    </message>
    <message>
        <source>Export everything as a &amp;folder…</source>
        <translation>Alles als &amp;Ordner exportieren …</translation>
    </message>
    <message>
        <source>Save the plan as &amp;PDF…</source>
        <translation>Plan als &amp;PDF speichern …</translation>
    </message>
    <message>
        <source>Save &amp;calendar…</source>
        <translation>&amp;Kalender speichern …</translation>
    </message>
    <message>
        <source>The record has the id %1 now, not %2 as planned, and announces the planned policy. So the plan takes this id over; nothing is to be published for it.</source>
        <translation>Der Eintrag hat jetzt die id %1 statt der geplanten %2 und kündigt die geplante Richtlinie an. Der Plan übernimmt deshalb diese id; dafür ist nichts zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Under the id %2 another policy was seen than the planned one, and senders that know the id keep that. So the plan has a new id, %1.</source>
        <translation>Unter der id %2 wurde eine andere Richtlinie gesehen als die geplante, und sendende Server, die diese id kennen, behalten jene. Der Plan hat deshalb eine neue id, %1.</translation>
    </message>
    <message>
        <source>what was typed here cannot be used yet</source>
        <translation>was hier eingegeben wurde, kann so noch nicht verwendet werden</translation>
    </message>
    <message>
        <source>(none: the domain is meant to be without MTA-STS)</source>
        <translation>(keine: Die Domain soll ohne MTA-STS sein)</translation>
    </message>
</context>
</TS>
