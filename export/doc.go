// Package export writes the record in the formats of other programs and of the
// field: tables (CSV, XLSX, Parquet), the record's own JSON lines and database,
// event data (PLOVER, POLECAT, ACLED-like, GED-like, ETH/PRIO ceasefires), and
// FollowTheMoney, TimelineJS, GeoJSON, iCalendar, Web Annotation and JSON-LD.
// Formats lists them; Format.Write writes one to any writer, Format.WriteFolder
// those of several files into a folder. docs/exports.md says what each holds,
// how it was mapped and what is lost on the way.
//
// The same record gives the same bytes: there is no clock in here, and rows
// stand in the store's order. What the record does not know stays empty; what a
// format cannot hold is counted in the Report.
//
// The package reads the record through the small interface Source and changes
// nothing. It words nothing for people to read: package minutes does.
package export
