@echo off
rem Starts Maskwatch from its distribution.
rem
rem   JAVA_HOME             which Java (17 or newer); without it the one on the PATH
rem   MASKWATCH_CACHE       where native libraries are unpacked, once; default %LOCALAPPDATA%\maskwatch\cache
rem   MASKWATCH_JAVA_OPTS   further options for the JVM, such as -Xmx2g
rem
rem No delayed expansion: it would eat the exclamation marks of the arguments.
setlocal DisableDelayedExpansion
set "home=%~dp0.."
set "jar="
for %%f in ("%home%\lib\maskwatch-cli-*.jar") do set "jar=%%~ff"
if not defined jar (
    echo maskwatch: there is no lib\maskwatch-cli-*.jar in %home%; unpack the distribution again>&2
    exit /b 1
)

set "java=java.exe"
if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
    if not exist "%JAVA_HOME%\bin\java.exe" (
        echo maskwatch: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it; Maskwatch needs Java 17 or newer>&2
        exit /b 1
    )
) else (
    where /q java.exe || (
        echo maskwatch: no java on the PATH and JAVA_HOME is not set; Maskwatch needs Java 17 or newer>&2
        exit /b 1
    )
)

if not defined MASKWATCH_CACHE set "MASKWATCH_CACHE=%LOCALAPPDATA%\maskwatch\cache"
set "heap=768m"
for %%c in (train evaluate benchmark) do if "%~1"=="%%c" set "heap=1g"
rem One thread of OpenBLAS beside those of libtorch: a tenth of a training step faster.
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=1"

"%java%" -Xmx%heap% -XX:+UseSerialGC -XX:-UsePerfData %MASKWATCH_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
