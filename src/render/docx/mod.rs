//! Word: an own DOCX writer, so that headings, numbering and tables are Word's own and stay editable.
