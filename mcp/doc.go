// Package mcp offers a record to language models by the Model Context Protocol:
// tools that search it and return facts with their evidence, and articles and
// facts as resources. It reads and never writes.
//
// Every answer carries the exact words of the sources, where they stand, who
// carries them, the rule that found them and an address (mahdar://fact/…) under
// which the fact can be asked for again. What goes wrong is said in sentences
// that say what to do.
//
// New makes the server; Serve speaks to one client over a pair of streams and
// Handler over HTTP, for clients on this machine alone. What is asked and how it
// is worded is decided in package answer.
package mcp
