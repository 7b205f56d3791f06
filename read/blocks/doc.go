// Package blocks cuts an article into title, paragraphs, subheadings,
// datelines and boilerplate, and gives each block the day that relative dates
// in it count from.
//
// It looks at the shape of lines, at their repetition, at a list of page
// furniture (intake/furniture) and at dates already found; it knows no actor and
// no verb of speech. It drops nothing from the text: boilerplate stays where it
// stands, marked with a reason, and the stages after this one do not read it.
// Every visible letter of the article lies in exactly one block. Lines that were wrapped
// at a column are joined before anything else is looked at (Unwrap).
package blocks
