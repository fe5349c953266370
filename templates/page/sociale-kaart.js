
"use strict";
// Hides the organisations that were not asked for. Without it all of them can be read.
(function () {
  var form = document.getElementById("zoeken");
  var question = document.getElementById("vraag");
  var count = document.getElementById("aantal");
  var none = document.getElementById("geen");
  var filters = ["sector", "wijk", "leefgebied"];

  // Small letters without accents, so that “cafe” finds “Café”.
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  var entries = Array.prototype.map.call(document.querySelectorAll(".organisatie"), function (element) {
    var entry = { element: element, text: plain(element.textContent) };
    filters.forEach(function (name) {
      entry[name] = element.getAttribute("data-" + name).split(" ");
    });
    return entry;
  });

  function show() {
    var words = plain(question.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    entries.forEach(function (entry) {
      var fits = filters.every(function (name) {
        var asked = document.getElementById(name).value;
        return asked === "" || entry[name].indexOf(asked) >= 0;
      }) && words.every(function (word) {
        return entry.text.indexOf(word) >= 0;
      });
      entry.element.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    none.hidden = shown > 0 || entries.length === 0;
    tell(shown + " van " + entries.length + " organisaties");
  }

  // A screen reader hears the number once someone stops typing, not at every letter.
  var later;
  function tell(text) {
    clearTimeout(later);
    later = setTimeout(function () {
      count.textContent = text;
    }, 250);
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("reset", function () {
    setTimeout(function () {
      show();
      question.focus();
    }, 0);
  });
  show();
})();
