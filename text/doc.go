// Package text holds an article as it was found and the places in it.
//
// A Document's Text is verbatim and never changes: every analysis works on
// views that map back to it, and every finding is a Span of it. Inside the
// program spans count bytes; Offsets converts them at the edge (JSON, exports,
// browsers) to Unicode code points or UTF-16 units.
//
// The package knows nothing of Arabic, of news, or of files.
package text
