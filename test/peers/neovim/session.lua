-- What a curator does in Neovim, without a screen. Arguments: the server's command, the folder, the file for the report.
local command, folder, report = vim.env.DOSSIER_COMMAND, vim.env.DOSSIER_FOLDER, vim.env.DOSSIER_REPORT
local told = {}

local function finish()
  local file = assert(io.open(report, 'w'))
  file:write(vim.json.encode(told))
  file:close()
  vim.cmd('qall!')
end

local function wait(what, holds)
  if not vim.wait(30000, holds, 20) then
    told.failed = what
    finish()
  end
end

local client
local function edit(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/graph-data/' .. path))
  client = client or vim.lsp.start_client({
    name = 'dossier',
    cmd = vim.split(command, '\n'),
    root_dir = folder,
  })
  vim.lsp.buf_attach_client(0, client)
  wait('initialized', function() return vim.lsp.get_client_by_id(client).initialized end)
end

local function at(pattern)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern, 'cW')
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

-- Problems, and the fix of one.
edit('people/makhdum-nusrat.yaml')
wait('a problem', function() return #vim.diagnostic.get(0) > 0 end)
told.problems = vim.tbl_map(function(one)
  local here = { one.lnum + 1, one.col + 1, one.end_col + 1 }
  return { place = here, severity = one.severity, source = one.source, code = one.code or one.user_data.lsp.code, message = one.message }
end, vim.diagnostic.get(0))
at([[leads: \zsimuu]])
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 10000)
local action = answers[client].result[1]
told.action = action.title
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
wait('no problem', function() return #vim.diagnostic.get(0) == 0 end)

-- Who is that?
at([[leads: \zsimu]])
told.hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 10000)[client].result.contents.value
vim.lsp.buf.definition()
wait('a jump', function() return vim.api.nvim_buf_get_name(0):find('imu.yaml', 1, true) ~= nil end)
told.jumped = { vim.fn.expand('%:t'), vim.fn.line('.') }

-- Another id, in every file and in the name of its own.
edit('people/makhdum-nusrat.yaml')
at([[leads: \zsimu]])
vim.lsp.buf.rename('imu-2')
wait('a new id', function() return vim.fn.search([[leads: imu-2$]], 'nw') > 0 end)
wait('a new file', function() return vim.fn.filereadable(folder .. '/graph-data/groups/imu-2.yaml') == 1 end)
vim.cmd('silent wall')

-- A new file, laid out.
edit('people/someone.yaml')
vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'name:   "مخدوم"', 'type: person', 'aliases: [ "👩‍🚀" ,b ]' })
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 10000 }) else vim.lsp.buf.formatting_sync(nil, 10000) end
told.formatted = lines()

vim.lsp.stop_client(client)
wait('the end of the server', function() return vim.lsp.get_client_by_id(client) == nil end)
finish()
