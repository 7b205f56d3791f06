// Package review holds what people decide about the record: the types of their
// decisions (Decision), the fold of all decisions into what holds (Fold,
// State), the slots of facts that can be corrected (Slots, Get, Set), and two
// written forms, CSV and JSON.
//
// Decisions are only ever added; to undo one is a decision, too. The fold
// depends on the decisions alone and not on the order in which they arrive. A
// decision whose fact no longer arises stays: it is orphaned, and holds again
// when the fact comes back. What a machine suggests is kept and shown and never
// counts as reviewed.
//
// The package keeps nothing, asks nobody and words nothing for people: the
// stores keep decisions, package store lays them over the facts, the command
// line and the pages ask.
package review
