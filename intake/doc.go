// Package intake turns what a user has (files, folders, archives, saved pages,
// feeds, standard input) into articles: Walk hands them on one at a time as
// text.Document values and reports every input that it refused, with the
// reason and what to do about it.
//
// A Document's text is verbatim as decoded. Intake decides the encoding, the
// language (only Arabic is let in), the main content of a page and what its
// metadata says; it does not cut a text into blocks, read dates in running
// text, or judge what an article is about. It never executes what it reads,
// never writes where it reads from, and holds one article in memory at a time.
//
// Each input format is one file: format.go lists them. The network lives in
// package intake/fetch.
package intake
