// Package record turns readings into the record: it says which findings of
// which articles are evidence of the same fact.
//
// Findings lists what one reading contributes, each finding with the ID of its
// fact; a Fact is all the findings that bear one ID, with the articles that
// they stand in; Merge functions lay the findings of one fact side by side,
// slot by slot, without deciding between them. All of it is a pure function of
// the readings: no clock, no order of arrival, no store.
//
// The package does not read text, keep anything, or word anything for people.
package record
