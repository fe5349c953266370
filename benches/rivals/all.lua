-- Pandoc at its best: every document read once and written in each format, in one process.
-- pandoc lua all.lua FOLDER FORMATS FILE.md …      with FORMATS such as html,docx
local folder, formats = arg[1], {}
for name in arg[2]:gmatch('%a+') do
  local options = pandoc.WriterOptions({})
  if name ~= 'docx' then
    options = pandoc.WriterOptions({ template = pandoc.template.compile(pandoc.template.default(name)) })
  end
  table.insert(formats, { name = name, options = options })
end
for index = 3, #arg do
  local name = arg[index]:match('([^/]+)%.md$')
  local file = assert(io.open(arg[index], 'r'))
  local document = pandoc.read(file:read('a'), 'gfm')
  file:close()
  document.meta.pagetitle, document.meta.lang = name, 'nl'
  for _, format in ipairs(formats) do
    local out = assert(io.open(folder .. '/' .. name .. '.' .. format.name, 'wb'))
    out:write(pandoc.write(document, format.name, format.options))
    out:close()
  end
end
