// Package fact holds the types of what is found: a Reading of one article, and
// the public JSON form of it (schema "mahdar.reading/1"). Inside the program a
// place is a text.Span in bytes; Marshal and Unmarshal convert to and from
// Unicode code points with the exact words, as the contract says.
//
// The package finds nothing itself and keeps nothing.
package fact
