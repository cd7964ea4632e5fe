@echo off
rem Builds Maskwatch on first use, and again whenever a source is newer than the build; then runs it with the arguments given.
rem Needs a JDK (17 or newer) and Maven. The build lies in *\target\launcher, apart from that of "mvn verify".
setlocal DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "work=%root%\maskwatch-cli\target\launcher"

call :fresh && goto run

if defined JAVA_HOME (
    if not exist "%JAVA_HOME%\bin\javac.exe" (
        echo maskwatch: JAVA_HOME is %JAVA_HOME%, but there is no bin\javac.exe in it; building Maskwatch needs a JDK, 17 or newer>&2
        exit /b 1
    )
) else (
    where /q javac.exe || (
        echo maskwatch: no javac on the PATH and JAVA_HOME is not set; building Maskwatch needs a JDK, 17 or newer>&2
        exit /b 1
    )
)
where /q mvn || (
    echo maskwatch: no mvn on the PATH; building Maskwatch needs Maven 3.6.3 or newer>&2
    exit /b 1
)

rem Only one builds; the others wait for it. The lock is a folder, because making one is atomic. A lock older than 30 minutes
rem belongs to a build that died.
if not exist "%work%" mkdir "%work%"
set "told="
:lock
mkdir "%work%\lock" 2>nul && goto locked
powershell -NoProfile -Command "if ((Get-Item -LiteralPath '%work%\lock').CreationTime -lt (Get-Date).AddMinutes(-30)) { Remove-Item -LiteralPath '%work%\lock' }" 2>nul
if not defined told echo Another maskwatch is building; waiting for it ...>&2
set "told=yes"
powershell -NoProfile -Command "Start-Sleep -Seconds 1"
goto lock

:locked
call :fresh && rmdir "%work%\lock" && goto run
if exist "%work%\current" (
    echo Building Maskwatch anew, because a source has changed ...>&2
) else (
    echo Building Maskwatch ^(first use: about a minute; the first time ever Maven also fetches some 300 MB of libraries^) ...>&2
)
for /f %%t in ('powershell -NoProfile -Command "(Get-Date).ToString('yyyyMMddHHmmss')"') do set "folder=build-%%t"
type nul >"%work%\began"
pushd "%root%"
call mvn -B -Plauncher -pl maskwatch-cli -am "-Dmaskwatch.folder=%folder%" package >"%work%\build.log" 2>&1 <nul
set "result=%ERRORLEVEL%"
popd
if not "%result%"=="0" (
    rmdir "%work%\lock"
    echo maskwatch: the build failed. The end of its log:>&2
    powershell -NoProfile -Command "Get-Content -LiteralPath '%work%\build.log' | Where-Object { $_ -notmatch '^\[INFO\]' } | Select-Object -Last 20" >&2
    echo maskwatch: the whole log is %work%\build.log>&2
    exit /b 1
)
rem The time of the stamp is that at which the build began: what was edited meanwhile is built next time.
>"%work%\current.new" echo %folder%
powershell -NoProfile -Command "(Get-Item -LiteralPath '%work%\current.new').LastWriteTime = (Get-Item -LiteralPath '%work%\began').LastWriteTime"
move /y "%work%\current.new" "%work%\current" >nul
rmdir "%work%\lock"
echo Built.>&2

:run
set /p folder=<"%work%\current"
"%work%\%folder%\bin\maskwatch.cmd" %*
exit /b %ERRORLEVEL%

rem Whether there is a whole build and no source is newer.
:fresh
if not exist "%work%\current" exit /b 1
set /p folder=<"%work%\current"
if not exist "%work%\%folder%\bin\maskwatch.cmd" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath '%work%\current').LastWriteTime; $sources = @('pom.xml', '.mvn', 'maskwatch-*\pom.xml', 'maskwatch-*\src\main', 'maskwatch-cli\src\assembly', 'maskwatch-cli\src\distribution') | ForEach-Object { Join-Path '%root%' $_ }; if (Get-ChildItem -Path $sources -Recurse -Force | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
