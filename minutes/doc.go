// Package minutes words the record for people: Write puts it down as Markdown,
// talks by talks and meeting by meeting, with who came, who said what, what was
// undertaken and demanded, each line with its sources and the quoted words. HTML
// and DOCX put the same down as documents to hand to people, with tables and
// footnotes.
// Label and Count word the record's keys («boycotted») in Arabic and English;
// the words are in labels.tsv.
//
// The package reads the record and changes nothing. It says what the sources
// say, side by side where they differ, and judges nothing.
package minutes
