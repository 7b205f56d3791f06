// Package answer answers questions about a record as plain values that go out
// as JSON: facts of each kind with the evidence that they rest on, meetings with
// their accounts side by side, actors, disagreements, articles, searches, what a
// fact rests on. Packages api and mcp hand its answers on.
//
// Places are Unicode code points, words are verbatim, days are EDTF. Lists come
// a part at a time with a cursor for what follows; a question that costs more
// than one part may look at is cut short and goes on with its cursor.
//
// The package decides nothing about facts and knows nothing of HTTP or of MCP.
package answer
